using RepairBot.Core.Guides;

namespace RepairBot.Core.Tests.Guides;

/// <summary>Whatever a file holds, reading it ends in problems and never in an exception.</summary>
public sealed class GuideFuzzTests
{
    private const int RoundsEach = 40;

    private static readonly string[] Signs =
    [
        "{", "}", "[", "]", ":", ": ", "- ", "\"", "'", "#", " #", "&a ", "*a", "!!x ", "|\n", ">\n", "\t", "---\n", "...\n", "? ", "%", "@", "`",
        "\0", "\ud800", "\u2028", "~", "<<: ", "\\x",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_spoilt_guide_has_problems_with_lines_of_its_files(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < RoundsEach; round++)
        {
            var guide = new SampleGuide();
            var file = guide.Files.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(guide.Files.Count));
            var spoilt = Enumerable.Range(0, random.Next(1, 4)).Aggregate(guide.Files[file], (text, _) => Spoil(text, random));

            var (read, problems) = guide.File(file, spoilt).Read();

            Assert.True(read is not null || problems.Any(problem => problem.Severity == GuideSeverity.Error), $"seed {seed}, round {round}");
            Assert.All(problems, problem => Assert.InRange(problem.Line, 0, Lines(guide.Files[problem.File[3..^5]]) + 1));
        }
    }

    // YAML knows more line breaks than one.
    private static int Lines(string text) => text.Split('\n', '\r', '\u0085', '\u2028', '\u2029').Length;

    private static string Spoil(string text, Random random)
    {
        var at = random.Next(text.Length);
        var end = random.Next(at, Math.Min(text.Length, at + 40));
        return random.Next(5) switch
        {
            0 => text[..at] + Signs[random.Next(Signs.Length)] + text[at..],
            1 => text[..at] + text[end..],
            2 => text[..end] + text[at..],
            3 => text[..at],
            _ => text[..at] + (char)random.Next(char.MaxValue) + text[Math.Min(text.Length, at + 1)..],
        };
    }
}
