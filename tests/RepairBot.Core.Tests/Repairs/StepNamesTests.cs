using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>Steps are stored by name for ever: renaming one needs a migration, and this list says so.</summary>
public sealed class StepNamesTests
{
    private const string Names = """
        welcome side kind safety length who bond happened pattern cycle impact part draft reading felt not-okay ask heat-before feeling choose
        exercise heat-after readiness resting reread contact listening guess opener talk-time after-talk action tag cue seen-as confidence note
        consent zone closing layers protection aim needs harder today together extra promise check-in-note when lapse other-act look-back
        still-wanted usual regulate ways stepped-back stopping finished
        """;

    [Fact]
    public void The_names_of_steps_are_fixed()
    {
        var fixedNames = Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(fixedNames, Enum.GetValues<Step>().Except(Steps.Superstates).Select(Steps.NameOf));
    }

    [Theory]
    [InlineData("impact")]
    [InlineData("extra/sleep")]
    [InlineData("after-talk/heard")]
    [InlineData("promise/1.2026-03-04")]
    public void A_question_key_reads_back_from_its_text(string text) => Assert.Equal(text, QuestionKey.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("opening")]
    [InlineData("nothing/here")]
    public void Anything_else_is_no_question_key(string text) => Assert.Null(QuestionKey.Parse(text));
}
