using RepairBot.Core.Chat;
using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Discord.Tests.EndToEnd;

/// <summary>Lines that break, and events that Discord sends a second time: what a person did counts, and counts once.</summary>
public sealed class RepeatedEventsTests : IAsyncLifetime
{
    private const string Interaction = "INTERACTION_CREATE";
    private static readonly TimeSpan Reconnected = TimeSpan.FromSeconds(20);

    private DiscordBot bot = null!;
    private Player ann = null!;

    public async Task InitializeAsync()
    {
        bot = await DiscordBot.StartAsync();
        ann = new Player(bot, bot.Discord.AddUser("ann"));
        ann.User.RunInDirect("repair start");
        await ann.TakenAsync(0);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_press_while_the_line_is_down_is_replayed_and_answered_in_time()
    {
        var (shown, before) = await ann.QuestionAsync();
        var seq = await ann.SeqAsync();

        bot.Discord.Gateway.Drop();
        var press = ann.User.Press(shown, shown.Buttons.First());
        await press.WaitForAcknowledgementAsync(Reconnected);
        await ann.TakenAsync(seq);

        Assert.Equal(InteractionState.Acknowledged, press.State);
        Assert.Equal(1, bot.Discord.Log.Resumes);
        Assert.NotEqual(before.Id, (await ann.QuestionAsync()).Message.Id);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task A_press_that_is_sent_twice_in_a_row_counts_once()
    {
        var (shown, _) = await ann.QuestionAsync();
        var seq = await ann.SeqAsync();

        bot.Discord.Gateway.Duplicate(Interaction);
        var press = ann.User.Press(shown, shown.Buttons.First());
        await ann.TakenAsync(seq);

        await CountedOnceAsync(press);
    }

    [Fact]
    public async Task A_press_that_is_sent_again_after_the_line_came_back_changes_nothing()
    {
        var (shown, _) = await ann.QuestionAsync();
        var seq = await ann.SeqAsync();
        var press = ann.User.Press(shown, shown.Buttons.First());
        await ann.TakenAsync(seq);

        bot.Discord.Gateway.Drop();
        await bot.Discord.WaitUntilAsync(() => bot.Discord.Log.Resumes == 1 && bot.Discord.Gateway.ReadyConnections == 1, Reconnected);
        bot.Discord.Gateway.Replay(Interaction);

        await CountedOnceAsync(press);
    }

    [Fact]
    public async Task A_press_that_is_sent_again_to_a_program_that_was_started_since_changes_nothing()
    {
        var (shown, _) = await ann.QuestionAsync();
        var seq = await ann.SeqAsync();
        var press = ann.User.Press(shown, shown.Buttons.First());
        await ann.TakenAsync(seq);

        await bot.RestartAsync();
        bot.Discord.Gateway.Replay(Interaction);

        // The new program can't know that it was acknowledged; Discord says so.
        await bot.Discord.WaitUntilAsync(() => CallbacksOf(press).Any(request => request.ErrorCode == 40060));
        await CountedOnceAsync(press, callbacks: 2);
    }

    [Fact]
    public async Task A_text_that_is_sent_again_is_one_text()
    {
        while ((await ann.QuestionAsync()).Message.Step != "happened")
        {
            await ann.AnswerAsync(typing: false);
        }

        var seq = await ann.SeqAsync();
        bot.Discord.Gateway.Duplicate("MESSAGE_CREATE");
        ann.User.Type("On Sunday I read two pages of Jo's diary.");
        await ann.TakenAsync(seq);
        bot.Discord.Gateway.Drop();
        await bot.Discord.WaitUntilAsync(() => bot.Discord.Log.Resumes == 1 && bot.Discord.Gateway.ReadyConnections == 1, Reconnected);
        bot.Discord.Gateway.Replay("MESSAGE_CREATE");
        await ann.AnswerAsync(typing: false);

        var feed = await bot.Loop.ReadAsync(ann.Who, 0, CancellationToken.None);
        Assert.Single(feed, message => message.From == Sender.Person);
        Assert.Single(ann.User.Direct, message => !message.IsFromBot);
    }

    [Fact]
    public async Task A_text_from_while_the_line_was_down_for_too_long_to_be_resumed_is_taken_up()
    {
        while ((await ann.QuestionAsync()).Message.Step != "happened")
        {
            await ann.AnswerAsync(typing: false);
        }

        var seq = await ann.SeqAsync();
        bot.Discord.Gateway.AnswerResume(new ScriptedAnswer.InvalidSession(IsResumable: false));
        bot.Discord.Gateway.AcceptsConnections = false;
        bot.Discord.Gateway.Drop();
        ann.User.Type("On Sunday I read two pages of Jo's diary.");
        bot.Discord.Gateway.AcceptsConnections = true;
        await bot.Discord.WaitUntilAsync(() => bot.Discord.Log.Identifies == 2 && bot.Discord.Gateway.ReadyConnections == 1, TimeSpan.FromSeconds(60));
        await ann.TakenAsync(seq);

        Assert.Equal("pattern", (await ann.QuestionAsync()).Message.Step);
        Assert.Single(await bot.Loop.ReadAsync(ann.Who, 0, CancellationToken.None), message => message.From == Sender.Person);
    }

    // What a second turn would have done would be done by the time the next one is.
    private async Task CountedOnceAsync(UserInteraction press, int callbacks = 1)
    {
        var after = await ann.SeqAsync();
        var open = (await ann.QuestionAsync()).Message;
        var screen = ann.User.Direct.Select(message => (message.Id, message.Content)).ToList();
        var about = ann.User.RunInDirect("about");
        await ann.TakenAsync(after);
        await about.WaitForAcknowledgementAsync();

        Assert.Equal(after + 1, await ann.SeqAsync());
        Assert.Equal(open.Id, (await ann.QuestionAsync()).Message.Id);
        Assert.Equal(screen, ann.User.Direct.SkipLast(1).Select(message => (message.Id, message.Content)));
        Assert.Equal(callbacks, CallbacksOf(press).Count());
        Assert.Empty(bot.Violations);
    }

    private IEnumerable<LoopbackDiscord.Traffic.LoggedRequest> CallbacksOf(UserInteraction interaction) =>
        bot.Discord.Log.Requests.Where(request => request.Path.Contains($"/interactions/{interaction.Id}/", StringComparison.Ordinal));
}
