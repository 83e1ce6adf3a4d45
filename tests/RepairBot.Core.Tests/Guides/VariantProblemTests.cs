using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Guides;

/// <summary>Texts that can never be said. The list of texts starts in line 4.</summary>
public sealed class VariantProblemTests
{
    private const string NeverSaid = "error: `steps.harder.ask[2]` is never said: `steps.harder.ask[1]` stands in front of "
        + "it and holds whenever this one does. Move this one up, or remove it.";

    [Theory]
    [InlineData("", "- { text: A }")]
    [InlineData("", "- { when: [hot, full], text: A }", "- { when: [hot], text: B }", "- { when: [full], text: C }", "- { text: D }")]
    [InlineData("5: " + NeverSaid, "- { when: [hot], text: A }", "- { when: [hot], text: B }", "- { text: C }")]
    [InlineData("5: " + NeverSaid, "- { when: [hot], text: A }", "- { when: [full, hot], text: B }", "- { text: C }")]
    [InlineData("5: " + NeverSaid, "- { text: A }", "- { text: B }")]
    [InlineData("4: error: `steps.harder.ask[1].when`: these tags never hold together, so the text is never said. Split it, or drop a tag.", "- { when: [hurt-me, hurt-them], text: A }", "- { text: B }")]
    [InlineData("4: error: `steps.harder.ask[1].when`: these tags never hold together, so the text is never said. Split it, or drop a tag.", "- { when: [short, full], text: A }", "- { text: B }")]
    [InlineData("4: error: `steps.harder.ask[1].when`: `warm` is no tag. Known here: again, both, calm, full, hot, hurt-me, hurt-them, keeps-happening, middle, misunderstanding, no-drafting, not-sure, often, outburst, short, slip, something-else, went-away.", "- { when: [warm, hot], text: A }", "- { text: B }")]
    [InlineData("4: error: `steps.harder.ask[1].when`: `hurt-them-` is no tag. Did you mean `hurt-them`?", "- { when: [hurt-them-, hot], text: A }", "- { text: B }")]
    [InlineData("4: error: `steps.harder.ask[1].when` is a list of tags, such as [hurt-them, full]. Leave it out where the text is for everybody.|5: " + NeverSaid, "- { when: hot, text: A }", "- { text: B }")]
    [InlineData("5: error: `steps.harder.ask`: the last text has no `when`, so that something is always said. Add one.", "- { when: [hot], text: A }", "- { when: [calm], text: B }")]
    [InlineData("3: error: `steps.harder.ask`: the last text has no `when`, so that something is always said. Add one.", "[]")]
    [InlineData("4: error: `steps.harder.ask[1].text` is missing.", "- { when: [hot] }", "- { text: B }")]
    [InlineData("4: error: `steps.harder.ask[1].wen` is not known. Did you mean `when`?|5: " + NeverSaid, "- { wen: [hot], text: A }", "- { text: B }")]
    public void Each_is_said_with_its_line(string problems, params string[] texts)
    {
        var words = SampleGuide.Step(Step.Harder)
            .Replace("ask: What now?", "ask:" + string.Concat(texts.Select(text => "\n      " + text)), StringComparison.Ordinal);

        var read = new SampleGuide().Words(Step.Harder, words).Read();

        Assert.Equal(
            problems.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(problem => "en/asides.yaml:" + problem),
            read.Problems.Select(problem => problem.ToString()));
    }
}
