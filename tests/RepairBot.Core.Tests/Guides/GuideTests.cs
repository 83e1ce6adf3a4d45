using RepairBot.Core.Guides;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Guides;

public sealed class GuideTests
{
    private static readonly Guide Guide = new SampleGuide()
        .Change("common", "  back: Words", "  back: Go back")
        .Change("common", "  answer: Words", "  answer: Answer")
        .Change("common", "  ownership: Words", "  ownership: My part")
        .Change("common", "  hidden: Words", "  hidden: It is hidden until {until}.")
        .Change(
            "asides",
            "  harder:\n    ask: What now?",
            "  harder:\n    ask: [{ when: [hot, full], text: Hot }, { when: [full], text: Full }, { text: Any }]\n    brief: Short")
        .File("opening", SampleFile("opening") + """
            extras:
              - { id: sleep, before: draft, when: [full], ask: "How did {who} sleep?", why: Why., simpler: Sleep?, label: L, title: T, field: F }
              - { id: meal, before: draft, ask: Eaten?, why: Why., simpler: Food?, label: L, title: T, field: F }
            """)
        .Read().Guide!;

    [Fact]
    public void A_guide_with_every_name_has_no_problem()
    {
        var (guide, problems) = new SampleGuide().Read();

        Assert.Empty(problems);
        Assert.Equal(("en", 3), (guide!.Language, guide.Version));
    }

    [Fact]
    public void It_says_the_words_of_each_name()
    {
        Assert.Equal("Go back", Guide.Move("back"));
        Assert.Equal("Answer", Guide.Label("answer"));
        Assert.Equal("My part", Guide.PhaseName("ownership"));
        Assert.Equal("It is hidden until 18:00.", Guide.Note("hidden").Fill(new Fillings { Until = "18:00" }));
        Assert.Equal(["rest", "time"], Assert.Single(Guide.Needs).Words.AsEnumerable());
    }

    [Fact]
    public void It_says_the_words_of_each_step()
    {
        var words = Guide.Of(Step.Part);

        Assert.Equal(("It helps.", "Like this.", "Write it", "In words"), (words.Why, words.Example, words.Label, words.Title));
        Assert.Equal("Words", words.Field("mine"));
        Assert.Equal("Words", words.Option("protection"));
        Assert.Equal("Words", words.Note("mirror").Fill(default));
        Assert.Equal("Look again.", words.Nudge("shame").Text.Fill(default));
        Assert.Null(words.Brief);
    }

    [Fact]
    public void It_says_the_words_of_each_part()
    {
        var part = Guide.Of(Step.AfterTalk).Part("reflect");

        Assert.Equal(("A?", "B?", "C."), (part.Ask.Fill(default), part.Simpler.Fill(default), part.Example));
        Assert.Equal(("D", "E", "F"), (part.Label, part.Title, part.Field("answer")));
    }

    [Theory]
    [InlineData(GuideTags.None, "Any")]
    [InlineData(GuideTags.Hot, "Any")]
    [InlineData(GuideTags.Full | GuideTags.Calm, "Full")]
    [InlineData(GuideTags.Full | GuideTags.Hot | GuideTags.Both, "Hot")]
    public void The_first_text_whose_tags_all_hold_is_asked(GuideTags tags, string text) =>
        Assert.Equal(text, Guide.Of(Step.Harder).Ask(tags).Fill(default));

    [Fact]
    public void Extra_questions_stand_in_order_before_their_step_and_under_their_id()
    {
        Assert.Equal(["sleep", "meal"], Guide.ExtrasBefore(Step.Draft).Select(extra => extra.Id));
        Assert.Empty(Guide.ExtrasBefore(Step.Reading));
        Assert.Equal(GuideTags.Full, Guide.Extra("sleep")!.When);
        Assert.Null(Guide.Extra("gone"));
    }

    [Fact]
    public void An_extra_question_has_the_words_of_a_step()
    {
        var words = Guide.Extra("sleep")!.Words;

        Assert.Equal("How did Sam sleep?", words.Ask(GuideTags.None).Fill(new Fillings { Who = "Sam" }));
        Assert.Equal(("Why.", "L", "T", "F"), (words.Why, words.Label, words.Title, words.Field("answer")));
    }

    [Fact]
    public void A_feeling_of_the_list_is_its_own_label_unless_an_option_says_otherwise()
    {
        var feeling = Guide.Of(Step.Feeling);
        var other = new SampleGuide().Change("regulation", "      angry: Words\n", "").Read();

        Assert.Equal("Words", feeling.Option("angry"));
        Assert.Empty(other.Problems);
        Assert.Equal("angry", other.Guide!.Of(Step.Feeling).Option("angry"));
    }

    [Fact]
    public void An_unknown_name_is_not_repeated_where_it_is_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() => Guide.Of(Step.Kind).Option("what a person typed"));

        Assert.DoesNotContain("typed", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Guide.Of(Step.Extra));
    }

    private static string SampleFile(string name) => new SampleGuide().Files[name];
}
