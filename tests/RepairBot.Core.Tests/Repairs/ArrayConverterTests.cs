using System.Text;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>What is written as an array comes back whole, with whatever it has or lacks.</summary>
public sealed class ArrayConverterTests
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(7);

    public static TheoryData<string, Answer> Answers => new()
    {
        { "words", New() with { Text = new PrivateText("“I was late” – \\ \"quoted\"\n☂") } },
        { "nothing", New() },
        { "skipped", New() with { Skipped = true } },
        { "held, typed, to look at again", New() with { Text = new PrivateText("a"), Held = true, Typed = true, LookAgain = true } },
        { "one value", New() with { Values = ["yes"] } },
        { "values and words", New() with { Values = ["hurt", "sad", "numb"], Text = new PrivateText("and more") } },
        { "fields", New() with { Fields = [new("mine", new PrivateText("late")), new("not-mine", new PrivateText(""))] } },
        { "a part", New() with { Key = new QuestionKey(Step.AfterTalk, "heard") } },
    };

    public static TheoryData<string, ChatAction> Actions => new()
    {
        { "a button", Button() },
        { "a button without a look", Button() with { Style = null } },
        { "a button that rests", Button() with { Disabled = true, Style = ActionStyle.Danger, Role = ActionRole.Safety } },
        {
            "a list", Button() with
            {
                Kind = ActionKind.Select, Role = ActionRole.Move, Style = null, Min = 1, Max = 3, Options = [new("a", "A"), new("b", "B"), new("c", "")],
            }
        },
        {
            "a form", Button() with
            {
                Kind = ActionKind.Form,
                Style = ActionStyle.Primary,
                Fields =
                [
                    new("answer", "Your words", true, true, 1, 4000, new PrivateText("what stands there")),
                    new("cue", "When", false, false, 0, 100),
                ],
            }
        },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_comes_back_whole(string what, Answer answer)
    {
        var read = Again(answer);

        Assert.NotEmpty(what);
        Assert.Equal(answer with { Values = read.Values, Fields = read.Fields }, read);
        Assert.Equal(answer.Values.AsEnumerable(), read.Values);
        Assert.Equal(answer.Fields.AsEnumerable(), read.Fields);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_comes_back_whole(string what, ChatAction action)
    {
        var read = Again(action);

        Assert.NotEmpty(what);
        Assert.Equal(action with { Options = read.Options, Fields = read.Fields }, read);
        Assert.Equal(action.Options.AsEnumerable(), read.Options);
        Assert.Equal(action.Fields.AsEnumerable(), read.Fields);
    }

    [Fact]
    public void A_place_in_the_feed_comes_back_whole()
    {
        var shown = new ShownQuestion(new QuestionKey(Step.Extra, "sleep/well"), new MessageId(long.MaxValue), 12, 3);

        Assert.Equal(shown, Again(shown));
    }

    [Fact]
    public void What_a_later_version_put_behind_the_items_is_passed_over()
    {
        var later = """[ "impact", 1, 639080388000000000, 5, 0, "words", [], [], { "new": [1] }, 7 ]""";

        var read = StateJson.Read<Answer>(Encoding.UTF8.GetBytes(later));

        Assert.Equal("words", read.Text.Reveal());
        Assert.Equal(Step.Impact, read.Key.Step);
    }

    [Fact]
    public void A_choice_of_format_2_is_read_as_a_choice()
    {
        var read = StateJson.Read<Answer>("""["side",1,639080388000000000,5,0,"",["hurt-them","both"]]"""u8);

        Assert.Equal(["hurt-them", "both"], read.Values.AsEnumerable());
        Assert.Equal("", read.Text.Reveal());
    }

    private static T Again<T>(T value)
        where T : notnull =>
        StateJson.Read<T>(StateJson.Write(value).Span);

    private static Answer New() => new() { Key = new QuestionKey(Step.Impact), Guide = 2, At = At, Asked = new MessageId(77) };

    private static ChatAction Button() => new()
    {
        Id = "000000000000004d:1:en:impact:go-on",
        Name = "go-on",
        Role = ActionRole.Forward,
        Kind = ActionKind.Button,
        Label = "Go on",
        Style = ActionStyle.Success,
    };
}
