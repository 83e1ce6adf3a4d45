using RepairBot.Core.Chat;
using RepairBot.Testing.Conversations;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>A typed text that its person changes or takes back where it stands.</summary>
public sealed class RetypingTests
{
    private const ulong Seed = 4711;
    private const string Told = "On Sunday I read two pages of her diary.";

    [Fact]
    public async Task Changing_a_text_changes_the_answer_and_nothing_moves()
    {
        await using var conversation = await AtHappenedAsync();
        await TypeAsync(conversation, Told);
        var step = conversation.Step;

        var answer = await ChangeAsync(conversation, "On Sunday I read one page of her diary.");

        Assert.Equal(TurnResult.Taken, answer.Result);
        Assert.Equal(step, conversation.Step);
        Assert.Contains("one page", await ExportedAsync(conversation), StringComparison.Ordinal);
        Assert.DoesNotContain("two pages", await ExportedAsync(conversation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_answer_of_two_texts_only_the_changed_one_changes()
    {
        await using var conversation = await AtHappenedAsync();
        var seen = conversation.Seq;
        await TypeAsync(conversation, Told);
        await conversation.TypeAsync("And I said nothing.", seen);

        await ChangeAsync(conversation, "On Sunday I read her diary.");

        Assert.Contains("On Sunday I read her diary.\\nAnd I said nothing.", await ExportedAsync(conversation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_text_back_takes_the_answer_out()
    {
        await using var conversation = await AtHappenedAsync();
        await TypeAsync(conversation, Told);

        var answer = await TakeBackAsync(conversation);

        Assert.Contains(answer.Messages, message => message.Text.Reveal().StartsWith("I took that text out", StringComparison.Ordinal));
        Assert.DoesNotContain("diary", await ExportedAsync(conversation), StringComparison.Ordinal);
        Assert.DoesNotContain(conversation.Screen, message => message.Text.Reveal() == Told);
    }

    [Fact]
    public async Task A_changed_text_is_screened_like_any_other()
    {
        await using var conversation = await AtHappenedAsync();
        await TypeAsync(conversation, Told);

        await ChangeAsync(conversation, "I don't want to live any more.");

        Assert.Equal("stepped-back", conversation.Step);
    }

    [Fact]
    public async Task A_text_that_was_no_answer_changes_none()
    {
        await using var conversation = await AtHappenedAsync();
        await TypeAsync(conversation, "why");
        var before = await RepairsAsync(conversation);

        await ChangeAsync(conversation, "what for");

        Assert.Equal(before, await RepairsAsync(conversation));
        Assert.Contains("what for", await ExportedAsync(conversation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_a_message_that_is_not_theirs_or_the_bots()
    {
        await using var conversation = await AtHappenedAsync();
        var question = conversation.Question.Id;

        Assert.Equal(TurnResult.UnknownMessage, (await ChangeAsync(conversation, "other", question)).Result);
        Assert.Equal(TurnResult.UnknownMessage, (await ChangeAsync(conversation, "other", new MessageId(99))).Result);
    }

    private static async Task<Conversation> AtHappenedAsync()
    {
        var conversation = new Conversation();
        await conversation.CommandAsync("repair start");
        await conversation.AnswerUntilAsync("happened");
        return conversation;
    }

    private static Task<TurnAnswer> TypeAsync(Conversation conversation, string text) =>
        conversation.HandleAsync(new ChatEvent.Typed(conversation.NextKey(), Seed, new PrivateText(text), conversation.Seq));

    private static Task<TurnAnswer> ChangeAsync(Conversation conversation, string text, MessageId? message = null) => conversation.HandleAsync(
        new ChatEvent.Retyped(conversation.NextKey(), 1, message ?? ChatEvent.Typed.MessageOf(Seed), new PrivateText(text)));

    private static Task<TurnAnswer> TakeBackAsync(Conversation conversation) =>
        conversation.HandleAsync(new ChatEvent.Withdrawn(conversation.NextKey(), 1, ChatEvent.Typed.MessageOf(Seed)));

    // The export without the texts as they stand in the chat.
    private static async Task<string> RepairsAsync(Conversation conversation)
    {
        var export = await ExportedAsync(conversation);
        return export[..export.IndexOf("\"typed\":", StringComparison.Ordinal)];
    }

    private static async Task<string> ExportedAsync(Conversation conversation)
    {
        var answer = await conversation.CommandAsync("mydata export");
        return answer.Messages.First(message => message.File is { Name: "repairbot-export.json" }).File!.Content.Reveal();
    }
}
