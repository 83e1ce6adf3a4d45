using System.Text.Json;
using System.Text.Json.Serialization;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Screening;

/// <summary>One labelled line.</summary>
internal sealed record Gold(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("lang")] string Lang,
    [property: JsonPropertyName("labels")] string[] Labels,
    [property: JsonPropertyName("labels_optional")] string[] Optional,
    [property: JsonPropertyName("direction")] string Direction,
    [property: JsonPropertyName("form")] string Form)
{
    public bool IsRisky => Labels is not ["none"];

    /// <summary>Benign beyond doubt: no second reader would add a label.</summary>
    public bool IsPlainlyBenign => !IsRisky && Optional.Length == 0;

    /// <summary>Written as people write, with no wish to fool anybody.</summary>
    public bool IsNatural => Form is "ordinary" or "forum";

    public static Gold[] FreshIn(string language) => [.. Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "Screening", "Fresh"), $"*-{language}.jsonl")
        .Order(StringComparer.Ordinal)
        .SelectMany(Read)];

    public static IEnumerable<Gold> Read(string file) =>
        File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Gold>(line)!);
}

/// <summary>The arithmetic of the public scorer, for its safety task.</summary>
internal sealed class Score
{
    private readonly (Gold Gold, string[] Got)[] lines;

    public Score(Screen screen, IEnumerable<Gold> gold, Func<string, string>? change = null) =>
        lines = [.. gold.Select(line => (line, Labels(screen.Read(change is null ? line.Text : change(line.Text), line.Lang))))];

    /// <summary>Risky lines on which the screen steps back, whatever the kind.</summary>
    public double Recall => Share(line => line.IsRisky, (_, got) => got.Length > 0);

    /// <summary>Of the risky lines on which it steps back: with at least one right kind.</summary>
    public double RightKind => (double)lines.Count(line => line.Gold.IsRisky && line.Got.Intersect([.. line.Gold.Labels, .. line.Gold.Optional]).Any())
        / lines.Count(line => line.Gold.IsRisky && line.Got.Length > 0);

    public double RecallOf(string form) => Share(line => line.IsRisky && line.Form == form, (_, got) => got.Length > 0);

    public double FalseAlarms => Share(line => line.IsPlainlyBenign, (_, got) => got.Length > 0);

    /// <summary>On lines that were written to fool a reader of words.</summary>
    public double FalseAlarmsOnTraps => Share(line => line is { IsPlainlyBenign: true, IsNatural: false }, (_, got) => got.Length > 0);

    /// <summary>On ordinary lines and on those as in forums; 0 where there are none.</summary>
    public double FalseAlarmsOnNaturalLines => lines.Any(line => line.Gold is { IsPlainlyBenign: true, IsNatural: true })
        ? Share(line => line is { IsPlainlyBenign: true, IsNatural: true }, (_, got) => got.Length > 0)
        : 0;

    /// <summary>Ids only: what people could have written is not for test output.</summary>
    public string Wrong => string.Join(' ', lines
        .Where(line => line.Gold.IsRisky ? line.Got.Length == 0 : line.Gold.IsPlainlyBenign && line.Got.Length > 0)
        .Select(line => line.Gold.Id));

    private double Share(Func<Gold, bool> of, Func<Gold, string[], bool> counted)
    {
        var chosen = lines.Where(line => of(line.Gold)).ToList();
        return (double)chosen.Count(line => counted(line.Gold, line.Got)) / chosen.Count;
    }

    private static string[] Labels(ScreeningResult result) =>
        result is ScreeningResult.Hit hit ? [.. hit.Risks.Select(risk => JsonSerializer.Serialize(risk).Trim('"'))] : [];
}
