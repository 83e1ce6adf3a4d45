using RepairBot.Core.Guides;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Guides;

/// <summary>What can be wrong with a text itself.</summary>
public sealed class TextProblemTests
{
    private const string Why = "    why: It helps.\n";

    private const string Hard = "Considering everybody's individual expectations, communicating uncomfortable information respectfully requires considerable "
        + "preparation, emotional availability, and, occasionally, professional accompaniment throughout the entire conversation.";

    // Lines of the sample's step: 3 ask, 4 why, 5 simpler, 6 example, 7 label, 8 title, 10 the first field.
    [Theory]
    [InlineData("ask: What now?", "ask: Hi {whom}!", "3: error: `steps.seen-as.ask`: {whom} is no placeholder. Did you mean `who`?")]
    [InlineData("ask: What now?", "ask: Hi {x", "3: error: `steps.seen-as.ask`: {x} is no placeholder. Known here: date, from, minutes, number, operator, phase, step, their, they, to, total, until, who, word.")]
    [InlineData("    why: It helps.\n", "    why: It helps {who}.\n", "4: error: `steps.seen-as.why`: nothing is filled in here; say it without braces.")]
    [InlineData("label: Write it", "label: Thirty-five characters of a button.", "7: error: `steps.seen-as.label` has 35 characters. `label` has at most 34.")]
    [InlineData("title: In words", "title: This title has forty-six characters in a row..", "8: error: `steps.seen-as.title` has 46 characters. `title` has at most 45.")]
    [InlineData("answer: Words", "answer: This field has forty-six characters in a row..", "10: error: `steps.seen-as.fields.answer` has 46 characters. A field's label has at most 45.")]
    [InlineData("label: Write it", "label: \"Write\\nit\"", "7: error: `steps.seen-as.label` has more than one line. `label` is one line.")]
    public void Each_is_said_with_its_line(string from, string to, string problem) => Says(problem, from, to);

    [Fact]
    public void A_message_has_at_most_60_words_and_a_brief_one_25()
    {
        var sentence = "We go on. ";
        Says(null, Why, "    why: " + string.Concat(Enumerable.Repeat(sentence, 20)) + "\n");
        Says(
            "4: error: `steps.seen-as.why` has 61 words. A message has at most 60.",
            Why,
            "    why: " + string.Concat(Enumerable.Repeat(sentence, 20)) + "On.\n");
        Says(null, "ask: What now?", "ask: A?\n    brief: " + string.Concat(Enumerable.Repeat("On. ", 25)));
        Says(
            "4: error: `steps.seen-as.brief` has 26 words. `brief` has at most 25.",
            "ask: What now?",
            "ask: A?\n    brief: " + string.Concat(Enumerable.Repeat("On. ", 26)));
        Says("4: error: `steps.seen-as.why` has 1001 characters. A message has at most 1000.", Why, "    why: " + new string('x', 1001) + "\n");
    }

    [Fact]
    public void An_option_has_at_most_80_characters()
    {
        var guide = new SampleGuide().Change("common", "  back: Words", "  back: " + new string('x', 81));

        Assert.Equal("`moves.back` has 81 characters. A label has at most 80.", Assert.Single(guide.Read().Problems).Text);
    }

    [Fact]
    public void A_hard_message_is_a_warning_and_the_guide_works()
    {
        var read = new SampleGuide().Words(Step.SeenAs, SampleGuide.Step(Step.SeenAs).Replace(Why, $"    why: {Hard}\n", StringComparison.Ordinal)).Read();

        var problem = Assert.Single(read.Problems);
        Assert.Equal(("en/follow-through.yaml", 4, GuideSeverity.Warning), (problem.File, problem.Line, problem.Severity));
        Assert.Matches(@"^`steps\.seen-as\.why` reads at grade \d\d\.\d; aim for 6\.0 or below\. Use shorter sentences and shorter words\.$", problem.Text);
        Assert.NotNull(read.Guide);
    }

    [Fact]
    public void No_reading_level_is_measured_for_a_short_text_or_in_another_language()
    {
        Says(null, Why, "    why: Considerable professional accompaniment.\n");
        var spanish = new SampleGuide("es-419");
        Assert.Empty(spanish.Words(Step.SeenAs, SampleGuide.Step(Step.SeenAs).Replace(Why, $"    why: {Hard}\n", StringComparison.Ordinal)).Read().Problems);
    }

    private static void Says(string? problem, string from, string to)
    {
        var words = SampleGuide.Step(Step.SeenAs);
        Assert.Contains(from, words, StringComparison.Ordinal);

        var problems = new SampleGuide().Words(Step.SeenAs, words.Replace(from, to, StringComparison.Ordinal)).Read().Problems;

        Assert.Equal(problem is null ? [] : ["en/follow-through.yaml:" + problem], problems.Select(said => said.ToString()));
    }
}
