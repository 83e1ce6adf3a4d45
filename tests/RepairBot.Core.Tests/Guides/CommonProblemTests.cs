using System.Globalization;

namespace RepairBot.Core.Tests.Guides;

/// <summary>What can be wrong in <c>common.yaml</c>.</summary>
public sealed class CommonProblemTests
{
    [Theory]
    [InlineData("format: 1", "format: 2", "1: error: `format` is `1`. This is the shape of the files that the program reads.")]
    [InlineData("format: 1\n", "", "1: error: `format` is missing.")]
    [InlineData("language: en", "language: de", "2: error: `language` is `en`. The language is the folder's name.")]
    [InlineData("version: 3", "version: 0", "3: error: `version` is a whole number, 1 or more, raised with every change that goes live.")]
    [InlineData("version: 3", "version: 1.5", "3: error: `version` is a whole number, 1 or more, raised with every change that goes live.")]
    [InlineData("version: 3", "verison: 3", "1: error: `version` is missing.|3: error: `verison` is not known. Did you mean `version`?")]
    [InlineData("  opening: Words\n", "", "4: error: `phases.opening` is missing.")]
    [InlineData("  opening: Words\n", "  opening: Words\n  ending: Words\n", "6: error: `phases.ending` is not known. Known here: opening, ownership, regulation, dialogue, follow-through, check-in.")]
    [InlineData("  back: Words\n", "", "11: error: `moves.back` is missing.")]
    [InlineData("  hidden: Words\n", "  hiden: Words\n", "{notes}: error: `notes.hidden` is missing.|{hiden}: error: `notes.hiden` is not known. Did you mean `hidden`?")]
    [InlineData("  all: [rest, \"time\"]", "  all: rest", "{all: rest}: error: `needs.all` is a list of words: [word, word].")]
    [InlineData("  all: [rest, \"time\"]", "  all: [rest, Rest]", "{all: [rest}: error: `needs.all`: `Rest` stands in this list of groups already. Keep one.")]
    [InlineData("needs:\n  all: [rest, \"time\"]", "needs:", "{needs}: error: `needs` has no groups. Write at least one: `group: [word, word]`.")]
    [InlineData("needs:\n  all: [rest, \"time\"]", "", "1: error: `needs` is missing.")]
    public void Each_is_said_with_its_line(string from, string to, string problems)
    {
        var guide = new SampleGuide().Change("common", from, to);
        var lines = guide.Files["common"].Split('\n').ToList();

        var expected = problems.Split('|').Select(problem =>
        {
            var mark = problem[..problem.IndexOf(": error", StringComparison.Ordinal)];
            return $"en/common.yaml:{Line(lines, mark)}{problem[mark.Length..]}";
        });
        Assert.Equal(expected, guide.Read().Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_feeling_that_leaves_the_list_needs_a_label()
    {
        var guide = new SampleGuide().Change("regulation", "      angry: Words\n", "").Change("common", "[angry, ", "[");

        Assert.Equal("`steps.feeling.options.angry` is missing.", Assert.Single(guide.Read().Problems).Text);
    }

    // A number, or in braces what the line starts with.
    private static int Line(List<string> lines, string mark) => mark[0] == '{'
        ? lines.FindLastIndex(line => line.TrimStart().StartsWith(mark.Trim('{', '}'), StringComparison.Ordinal)) + 1
        : int.Parse(mark, CultureInfo.InvariantCulture);
}
