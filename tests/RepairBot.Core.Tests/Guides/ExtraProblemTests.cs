namespace RepairBot.Core.Tests.Guides;

/// <summary>What can be wrong with a coach's own question.</summary>
public sealed class ExtraProblemTests
{
    private const string Sleep = """
        extras:
          - id: sleep
            before: draft
            when: [full]
            ask: How did you sleep?
            why: It helps.
            simpler: Slept well?
            label: Write it
            title: Sleep
            field: Last night
        """;

    [Fact]
    public void The_question_that_the_cases_change_is_in_order() => Assert.Empty(Problems(Sleep));

    [Theory]
    [InlineData("id: sleep", "id: Sleep!", "2: error: `extras[1].id` is 1–32 characters of a–z, 0–9 and `-`. Choose such a name, and keep it for good.")]
    [InlineData("id: sleep", "id: an-id-of-more-than-32-characters-", "2: error: `extras[1].id` is 1–32 characters of a–z, 0–9 and `-`. Choose such a name, and keep it for good.")]
    [InlineData("id: sleep", "id: impact", "2: error: `extras[1].id`: `impact` is the name of a step; answers would be mixed up. Choose another.")]
    [InlineData("before: draft", "before: drafts", "3: error: `extras[1].before`: `drafts` is no step that an extra question can stand in front of. Did you mean `draft`?")]
    [InlineData("before: draft", "before: stopping", "3: error: `extras[1].before`: `stopping` is no step that an extra question can stand in front of.")]
    [InlineData("before: draft", "before: welcome", "3: error: `extras[1].before`: `welcome` is no step that an extra question can stand in front of.")]
    [InlineData("before: draft", "before: together", "3: error: `extras[1].before`: `together` is no step that an extra question can stand in front of.")]
    [InlineData("when: [full]", "when: [ful]", "4: error: `extras[1].when`: `ful` is no tag. Did you mean `full`?")]
    [InlineData("when: [full]", "when: [hot, calm]", "4: error: `extras[1].when`: these tags never hold together, so the text is never said. Split it, or drop a tag.")]
    [InlineData("why: It helps.", "wy: It helps.", "2: error: `extras[1].why` is missing.|6: error: `extras[1].wy` is not known. Did you mean `why`?")]
    [InlineData("field: Last night", "fields: { answer: Last }", "2: error: `extras[1].field` is missing.|10: error: `extras[1].fields` is not known. Did you mean `field`?")]
    public void Each_is_said_with_its_line(string from, string to, string problems)
    {
        Assert.Contains(from, Sleep, StringComparison.Ordinal);
        Assert.Equal(problems.Split('|'), Problems(Sleep.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_id_stands_once_in_a_guide()
    {
        var twice = Sleep + "\n" + Sleep["extras:\n".Length..];

        Assert.Equal(["11: error: The extra question `sleep` stands in this guide already. Give this one another id."], Problems(twice));
    }

    [Fact]
    public void Extras_are_a_list() =>
        Assert.Equal(["1: error: `extras` is a list: each question starts with `- id:`."], Problems("extras: { id: sleep }"));

    // The question stands in front of the steps, so that its first line is line 1.
    private static IEnumerable<string> Problems(string extras)
    {
        var guide = new SampleGuide();
        return guide.File("ownership", extras + "\n" + guide.Files["ownership"]).Read().Problems.Select(problem => problem.ToString()["en/ownership.yaml:".Length..]);
    }
}
