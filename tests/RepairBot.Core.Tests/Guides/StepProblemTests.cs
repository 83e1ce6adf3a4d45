using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Guides;

/// <summary>What can be wrong with the names of a step. Each case changes one line of <see cref="Harder"/>, which starts in line 2.</summary>
public sealed class StepProblemTests
{
    private const string Harder = """
          harder:
            ask: What made it hard?
            why: It helps.
            example: The noise.
            simpler: What was hard?
            label: Write it
            title: What was hard
            fields: { answer: Words }
            notes: { noted: Noted. }
        """;

    [Fact]
    public void The_words_that_the_cases_change_are_in_order() => Assert.Empty(new SampleGuide().Words(Step.Harder, Harder).Read().Problems);

    [Theory]
    [InlineData("ask: What made it hard?", "brief: Hard?", "2: error: `steps.harder.ask` is missing.")]
    [InlineData("why: It helps.", "brief: Hard?", "2: error: `steps.harder.why` is missing.")]
    [InlineData("example: The noise.", "brief: Hard?", "2: error: `steps.harder.example` is missing.")]
    [InlineData("simpler: What was hard?", "brief: Hard?", "2: error: `steps.harder.simpler` is missing.")]
    [InlineData("label: Write it", "brief: Hard?", "2: error: `steps.harder.label` is missing.")]
    [InlineData("title: What was hard", "brief: Hard?", "2: error: `steps.harder.title` is missing.")]
    [InlineData("fields: { answer: Words }", "brief: Hard?", "2: error: `steps.harder.fields.answer` is missing.")]
    [InlineData("fields: { answer: Words }", "fields: { }", "9: error: `steps.harder.fields.answer` is missing.")]
    [InlineData("notes: { noted: Noted. }", "notes: { }", "10: error: `steps.harder.notes.noted` is missing.")]
    [InlineData("{ answer: Words }", "{ answer: Words, more: W }", "9: error: `steps.harder.fields.more` is not known. Known here: answer.")]
    [InlineData("title: What was hard", "title: Hard\n    titel: Hard", "9: error: `steps.harder.titel` is not known. Known here: brief, options, parts, nudges.")]
    [InlineData("why: It helps.", "why: It helps.\n    why: It does.", "5: error: `why` stands here a second time; the first is in line 4. Keep one.")]
    [InlineData("why: It helps.", "why:", "4: error: `steps.harder.why` is empty. Write its text.")]
    [InlineData("why: It helps.", "why: ~", "4: error: `steps.harder.why` is empty. Write its text.")]
    [InlineData("why: It helps.", "why: [It helps.]", "4: error: `steps.harder.why` is a text, and here stands a list or a mapping. Write one text.")]
    [InlineData("fields: { answer: Words }", "fields: { answer: W }\n    options: { yes: Y }", "10: error: `steps.harder.options.yes` is not known. There are none here.")]
    [InlineData("notes: { noted: Noted. }", "notes: [Noted.]", "10: error: `steps.harder.notes.noted` is missing.|10: error: `steps.harder.notes` holds names with what belongs to them indented below, not a text or a list.")]
    public void Each_wrong_name_is_said_with_its_line(string from, string to, string problems)
    {
        Assert.Contains(from, Harder, StringComparison.Ordinal);
        var read = new SampleGuide().Words(Step.Harder, Harder.Replace(from, to, StringComparison.Ordinal)).Read();

        var expected = problems.Split('|').Select(problem => "en/asides.yaml:" + problem);
        Assert.Equal(expected, read.Problems.Select(problem => problem.ToString()));
        Assert.Null(read.Guide);
    }

    [Theory]
    [InlineData("asides", "  harder:", "  hardr:", "en/asides.yaml:{0}: error: `steps.hardr` is no step. Did you mean `harder`?|en/asides.yaml:1: error: `steps.harder` is missing.")]
    [InlineData("asides", "  harder:", "  extra:", "en/asides.yaml:{0}: error: Words of extra questions stand under `extras`, not under `steps`.|en/asides.yaml:1: error: `steps.harder` is missing.")]
    [InlineData("asides", "  harder:", "  finished:", "en/asides.yaml:{0}: error: `steps.finished` is no step.|en/asides.yaml:1: error: `steps.harder` is missing.")]
    public void A_step_that_is_not_known_is_said(string file, string from, string to, string problems)
    {
        var guide = new SampleGuide().Change(file, from, to);
        var line = guide.Files[file].Split('\n').TakeWhile(text => text != to).Count() + 1;

        var said = guide.Read().Problems.Select(problem => problem.ToString()).ToList();

        foreach (var expected in problems.Replace("{0}", $"{line}", StringComparison.Ordinal).Split('|'))
        {
            Assert.Contains(said, problem => problem.StartsWith(expected, StringComparison.Ordinal));
        }

        Assert.Equal(2, said.Count);
    }

    [Fact]
    public void A_step_in_the_wrong_file_is_told_where_it_belongs()
    {
        var guide = new SampleGuide();
        guide.Change("asides", SampleGuide.Step(Step.Harder), "").Change("holds", "steps:\n", "steps:\n" + SampleGuide.Step(Step.Harder));

        var problem = Assert.Single(guide.Read().Problems);

        Assert.Equal("en/holds.yaml:2: error: `steps.harder` belongs in asides.yaml. Move it there.", problem.ToString());
    }

    [Theory]
    [InlineData("options", "      safe: Words\n", "steps.safety.options.safe")]
    [InlineData("notes", "      care: Words\n", "steps.safety.notes.care")]
    public void A_choice_without_its_words_is_said_under_its_list(string list, string line, string path)
    {
        var safety = SampleGuide.Step(Step.Safety);
        var at = safety.Split('\n').TakeWhile(text => text.Trim() != list + ":").Count() + 2;

        var problem = Assert.Single(new SampleGuide().Words(Step.Safety, safety.Replace(line, "", StringComparison.Ordinal)).Read().Problems);

        Assert.Equal($"en/opening.yaml:{at}: error: `{path}` is missing.", problem.ToString());
    }

    [Fact]
    public void A_step_without_a_form_has_no_words_for_one()
    {
        var safety = SampleGuide.Step(Step.Safety).Replace("    why: It helps.\n", "    why: It helps.\n    label: Write it\n", StringComparison.Ordinal);

        var problem = Assert.Single(new SampleGuide().Words(Step.Safety, safety).Read().Problems);

        Assert.StartsWith("en/opening.yaml:5: error: `steps.safety.label` is not known.", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("label: D, ", "", "`steps.after-talk.parts.heard.label` is missing.")]
    [InlineData("example: C., ", "", "`steps.after-talk.parts.heard.example` is missing.")]
    [InlineData("answer: F", "anwser: F", "`steps.after-talk.parts.heard.fields.anwser` is not known. Did you mean `answer`?")]
    public void A_part_has_every_word_of_its_own(string from, string to, string text)
    {
        var afterTalk = SampleGuide.Step(Step.AfterTalk);
        var heard = afterTalk.Split('\n').First(line => line.StartsWith("      heard: { ask", StringComparison.Ordinal));
        var words = afterTalk.Replace(heard, heard.Replace(from, to, StringComparison.Ordinal), StringComparison.Ordinal);

        var problems = new SampleGuide().Words(Step.AfterTalk, words).Read().Problems;

        Assert.Contains(text, problems.Select(problem => problem.Text));
        Assert.All(problems, problem => Assert.Equal(afterTalk.Split('\n').TakeWhile(line => line != heard).Count() + 2, problem.Line));
    }

    [Fact]
    public void A_nudge_has_a_text_and_a_reason()
    {
        var seenAs = SampleGuide.Step(Step.SeenAs).Replace(", why: It helps.", "", StringComparison.Ordinal);

        var problem = Assert.Single(new SampleGuide().Words(Step.SeenAs, seenAs).Read().Problems);

        Assert.Equal("en/follow-through.yaml:12: error: `steps.seen-as.nudges.vague.why` is missing.", problem.ToString());
    }
}
