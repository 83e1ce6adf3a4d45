using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Guides;

/// <summary>What can be wrong with a file as such.</summary>
public sealed class FileProblemTests
{
    [Theory]
    [InlineData("steps:\n  harder: \"open\n", "en/asides.yaml:2: error: This is not YAML: ")]
    [InlineData("steps:\n\tharder: x\n", "en/asides.yaml:2: error: This is not YAML: ")]
    [InlineData("steps:\n  harder: x\n\n\tcue: x\n", "en/asides.yaml:4: error: This is not YAML: ")]
    [InlineData("steps:\n  a: [b, c\n  d: e\nf: g\n", "en/asides.yaml:2: error: This is not YAML: a `[` or `{` is open here, ")]
    [InlineData("steps:\n  a: b: c\n", "en/asides.yaml:2: error: This is not YAML: ")]
    [InlineData("- a\n- b\n", "en/asides.yaml:1: error: The file is no mapping; ")]
    [InlineData("", "en/asides.yaml: error: The file is empty.")]
    [InlineData("# nothing but this\n", "en/asides.yaml: error: The file is empty.")]
    public void A_file_that_is_no_mapping_is_one_problem(string text, string problem)
    {
        var said = Assert.Single(new SampleGuide().File("asides", text).Read().Problems);

        Assert.StartsWith(problem, said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("why: &a It helps.", "An anchor (`&name`) or a type (`!name`) stands here; remove it. If a text starts with `&` or `!`, put it in quotation marks.")]
    [InlineData("why: !!str It helps.", "An anchor (`&name`) or a type (`!name`) stands here; remove it. If a text starts with `&` or `!`, put it in quotation marks.")]
    [InlineData("why: *a", "An alias (`*name`) stands here; write the text itself. If a text starts with `*`, put it in quotation marks.")]
    [InlineData("why: It helps.\n    ? [a]\n    : b", "A key is a single name.", 5)]
    public void Only_plain_yaml_is_read(string why, string problem, int line = 4)
    {
        var words = SampleGuide.Step(Step.Harder).Replace("why: It helps.", why, StringComparison.Ordinal);

        var said = Assert.Single(new SampleGuide().Words(Step.Harder, words).Read().Problems);

        Assert.Equal($"en/asides.yaml:{line}: error: {problem}", said.ToString());
    }

    [Fact]
    public void A_file_holds_one_document()
    {
        var guide = new SampleGuide();
        var lines = guide.Files["holds"].Split('\n').Length;

        var said = Assert.Single(guide.File("holds", guide.Files["holds"] + "---\nsteps: {}\n").Read().Problems);

        Assert.Equal($"en/holds.yaml:{lines}: error: A second document starts here; a guide's file holds one. Remove the line `---`.", said.ToString());
    }

    [Fact]
    public void Too_many_levels_are_refused_before_they_cost_anything()
    {
        var said = Assert.Single(new SampleGuide().File("asides", "steps: " + new string('[', 100_000)).Read().Problems);

        Assert.StartsWith("en/asides.yaml:1: error: This is not YAML: more levels than a guide has.", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_one_problem_and_a_strange_one_another()
    {
        var guide = new SampleGuide();
        guide.File("aside", guide.Files["asides"]).File("asides", null);

        Assert.Equal(
            ["en/aside.yaml: error: The file is none of a guide's. Did you mean `asides.yaml`?", "en/asides.yaml: error: The file is missing."],
            guide.Read().Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Another_key_beside_the_steps_is_said() =>
        Assert.Equal(
            "en/asides.yaml:1: error: `step` is not known. Did you mean `steps`?",
            new SampleGuide().File("asides", "step: {}\n").Read().Problems[0].ToString());

    [Fact]
    public void A_folder_is_named_after_its_language()
    {
        var said = Assert.Single(new SampleGuide("English").Read().Problems);

        Assert.Equal("English: error: The folder's name is no language tag, such as `en` or `es-419`. Rename it.", said.ToString());
    }

    [Fact]
    public void All_problems_are_said_at_once_by_file_and_line()
    {
        var guide = new SampleGuide()
            .Change("common", "version: 3", "version: x")
            .Change("common", "  back: Words", "  bakc: Words")
            .Words(Step.Harder, SampleGuide.Step(Step.Harder).Replace("why", "wyh", StringComparison.Ordinal))
            .File("opening", "a: b: c");

        Assert.Equal(
            ["en/asides.yaml:2", "en/asides.yaml:4", "en/common.yaml:3", "en/common.yaml:11", "en/common.yaml:12", "en/opening.yaml:1"],
            guide.Read().Problems.Select(problem => $"{problem.File}:{problem.Line}"));
    }
}
