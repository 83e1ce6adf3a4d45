using RepairBot.Core.Chat;
using RepairBot.Discord.Interactions;
using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Discord.Tests.EndToEnd;

/// <summary>What people type, change and delete in their direct messages.</summary>
public sealed class TextTests : IAsyncLifetime
{
    private const string Told = "On Sunday I read two pages of Jo's diary.";

    private DiscordBot bot = null!;
    private Player ann = null!;

    public async Task InitializeAsync()
    {
        bot = await DiscordBot.StartAsync();
        ann = new Player(bot, bot.Discord.AddUser("ann"));
        ann.User.RunInDirect("repair start");
        await ann.TakenAsync(0);
        while ((await ann.QuestionAsync()).Message.Step != "happened")
        {
            await ann.AnswerAsync(typing: false);
        }
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Changing_a_typed_message_changes_the_answer_and_deleting_it_takes_the_answer_out()
    {
        var typed = await TypeAsync(Told);

        var before = await ann.SeqAsync();
        ann.User.Edit(typed, "On Sunday I read one page of Jo's diary.");
        await ann.TakenAsync(before);
        Assert.Contains("one page", await ExportedAsync(), StringComparison.Ordinal);

        before = await ann.SeqAsync();
        ann.User.Delete(typed);
        await ann.TakenAsync(before);
        Assert.DoesNotContain("diary", await ExportedAsync(), StringComparison.Ordinal);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Messages_that_come_together_are_one_answer()
    {
        var before = await ann.SeqAsync();
        ann.User.Type(Told);
        ann.User.Type("And I said nothing.");
        await Player.WaitAsync(async () => await TextsAsync(before) == 2, "both texts");
        await ann.ShownAsync();
        var step = (await ann.QuestionAsync()).Message.Step;

        Assert.NotEqual("happened", step);
        Assert.Contains("diary.\\nAnd I said nothing.", await ExportedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_while_the_program_is_off_is_taken_up_at_the_start()
    {
        await bot.StopAsync();
        ann.User.Type(Told);
        await bot.RunAsync();
        await ann.User.WaitForAsync(message => message.IsFromBot && message.At > ann.User.Sees.Last(shown => !shown.IsFromBot).At);

        Assert.Contains("two pages", await ExportedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_old_buttons_work()
    {
        var (_, before) = await ann.QuestionAsync();
        await bot.RestartAsync();

        await ann.AnswerAsync(typing: false);

        Assert.NotEqual(before.Id, (await ann.QuestionAsync()).Message.Id);
        Assert.Contains("My own words about happened", await ExportedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_without_a_word_is_met_with_simpler_words()
    {
        var before = await ann.SeqAsync();
        var asked = (await ann.QuestionAsync()).Message;
        ann.User.SendPicture();
        await ann.TakenAsync(before);

        var (_, question) = await ann.QuestionAsync();
        Assert.Equal("happened", question.Step);
        Assert.NotEqual(asked.Text, question.Text);
    }

    [Fact]
    public async Task Hiding_takes_the_bots_messages_out_of_the_chat()
    {
        await TypeAsync("hide");

        await bot.Discord.WaitUntilAsync(() => ann.User.Direct.Count(message => message.IsFromBot) == 1);
    }

    private async Task<ShownMessage> TypeAsync(string text)
    {
        var before = await ann.SeqAsync();
        var typed = ann.User.Type(text);
        await ann.TakenAsync(before);
        return typed;
    }

    private async Task<int> TextsAsync(long after) =>
        (await bot.Loop.ReadAsync(Origin.Identify(ann.User.Id), after, CancellationToken.None)).Count(message => message.From == Sender.Person);

    private async Task<string> ExportedAsync()
    {
        var command = new ChatEvent.Command($"export-{Guid.NewGuid():N}", 7, "mydata export", []);
        var answer = await bot.Loop.HandleAsync(Origin.Identify(ann.User.Id), command, CancellationToken.None);
        return answer.Messages.First(message => message.File is { Name: "repairbot-export.json" }).File!.Content.Reveal();
    }
}
