using RepairBot.Testing;
using RepairBot.Testing.Transcripts;

namespace RepairBot.Core.Tests.Transcripts;

/// <summary>The page of practices says of each row where it is shown, or what it waits for; the transcripts must agree.</summary>
public sealed class PracticesTests
{
    private static readonly (string Source, int Rows)[] Sources = [("000", 24), ("001", 25), ("002", 28)];

    private readonly Dictionary<string, string> states = File.ReadLines(Path.Combine(Repository.Root, "docs", "practices.md"))
        .Where(line => line.Length > 2 && char.IsAsciiDigit(line[2]))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[1], cells => cells[4]);

    private readonly ILookup<string, string> shown = Transcript.All
        .Select(Transcript.Read)
        .SelectMany(transcript => transcript.Lines.SelectMany(line => line.Practices).Select(practice => (practice, transcript.File)))
        .Distinct()
        .ToLookup(row => row.practice, row => row.File);

    [Fact]
    public void Every_row_is_there_once() => Assert.Equal(
        Sources.SelectMany(source => Enumerable.Range(1, source.Rows).Select(row => $"{source.Source}-{row:00}")),
        states.Keys);

    [Fact]
    public void A_built_row_names_exactly_the_transcripts_that_show_it() => Assert.All(
        states.Where(state => !Waits(state.Value)),
        state => Assert.Equal($"built: {string.Join(", ", shown[state.Key].Select(file => $"`{file}`"))}", state.Value));

    [Fact]
    public void A_row_that_waits_says_for_what_and_is_claimed_by_no_transcript() => Assert.All(
        states.Where(state => Waits(state.Value)),
        state => Assert.True(state.Value.Length > "waits for ".Length && !shown.Contains(state.Key), state.Key));

    [Fact]
    public void A_transcript_proves_only_rows_of_the_page() => Assert.Empty(shown.Select(row => row.Key).Except(states.Keys));

    [Fact]
    public void A_built_row_is_shown_somewhere() =>
        Assert.DoesNotContain(states, state => !Waits(state.Value) && !shown.Contains(state.Key));

    private static bool Waits(string state) => state.StartsWith("waits for ", StringComparison.Ordinal);
}
