using RepairBot.Core.Screening;
using RepairBot.Testing.Conversations;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>What the screen sees holds the conversation at every question that takes words; the words are kept, and nothing reads on in them.</summary>
public sealed class HeldWordsTests
{
    private const string Words = "I want to kill myself";

    public static TheoryData<string, string> Texts => new()
    {
        { "hurt-them", "who" }, { "hurt-them", "bond" }, { "hurt-them", "happened" }, { "hurt-them", "impact" }, { "hurt-them", "part" },
        { "hurt-them", "draft" }, { "hurt-me", "felt" }, { "hurt-me", "not-okay" }, { "hurt-me", "ask" }, { "hurt-them", "feeling" },
        { "hurt-them", "guess" }, { "hurt-them", "opener" }, { "hurt-them", "action" }, { "hurt-them", "cue" }, { "hurt-them", "seen-as" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_hit_in_any_text_holds_keeps_the_words_and_goes_on_only_when_told(string side, string step)
    {
        await using var chat = await AtAsync(step, side);
        await chat.TypeAsync(Words);
        Assert.Equal("stepped-back", chat.Step);
        Assert.NotEmpty(chat.Question.Card!.Lines);

        await chat.TypeAsync("yes");
        Assert.Equal("stepped-back", chat.Step);
        await chat.PressAsync("go-on");

        Assert.NotEqual("stepped-back", chat.Step);
        Assert.Contains((await chat.ExportAsync()).Repairs[0].Answers, answer => answer.Step == step && answer.Text == Words);
        Assert.DoesNotContain(chat.Last.Messages, message => message.Text.Reveal().Contains(Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_screen_that_fails_counts_as_a_hit_and_says_so()
    {
        await using var chat = new Conversation(screening: new Screen((_, _) => throw new InvalidOperationException("A defect.")));
        await chat.CommandAsync("repair start");
        await chat.TypeAsync("Yesterday at dinner.");

        Assert.Equal("stepped-back", chat.Step);
    }

    [Fact]
    public async Task Words_in_a_commands_options_are_screened_too()
    {
        await using var chat = await AtAsync("impact", "hurt-them");
        await chat.CommandAsync("settings", ("timezone", Words));

        Assert.Equal("stepped-back", chat.Step);
    }

    [Fact]
    public async Task A_hit_outside_a_repair_shows_help_lines()
    {
        await using var chat = new Conversation();
        var answer = await chat.TypeAsync(Words);

        Assert.Contains(answer.Messages, message => message.Kind == Core.Chat.MessageKind.HelpLines && message.Card!.Lines.Length > 0);
    }

    [Fact]
    public async Task A_misread_text_is_used_again_and_the_screen_stays_armed()
    {
        await using var chat = await AtAsync("happened", "hurt-them");
        await chat.TypeAsync(Words);
        await chat.PressAsync("misread");
        Assert.NotEqual("stepped-back", chat.Step);

        await chat.TypeAsync(Words);
        Assert.Equal("stepped-back", chat.Step);
    }

    private static async Task<Conversation> AtAsync(string step, string side)
    {
        var chat = new Conversation();
        await chat.CommandAsync("repair start");
        await chat.AnswerUntilAsync(step, new UsualAnswers().With("side", side));
        return chat;
    }
}
