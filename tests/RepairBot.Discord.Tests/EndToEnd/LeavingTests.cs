using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord.Faults;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Discord.Tests.EndToEnd;

/// <summary>
/// Whoever is erased is told so once, the bot's messages go from their chat, and afterwards nothing is kept: no address either.
/// </summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private const string TheirMessage = "/channels/{channel_id}/messages/{message_id}";
    private const string FollowUps = "/webhooks/{webhook_id}/{webhook_token}";
    private static readonly TimeSpan UntilWarned = TimeSpan.FromDays(83.5);

    private DiscordBot bot = null!;
    private Player ann = null!;

    public async Task InitializeAsync()
    {
        bot = await DiscordBot.StartAsync();
        ann = new Player(bot, bot.Discord.AddUser("ann"));
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Deleting_everything_takes_the_bots_messages_away_and_says_so_without_a_trace()
    {
        await BeginAsync(closed: false);

        await DeleteAsync();

        var last = await SaidAsync();
        Assert.Equal(ShownWhere.OnlyYou, last.Where);
        await GoneAsync();
        Assert.DoesNotContain(ann.User.Direct, message => message.IsFromBot);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task With_direct_messages_closed_it_is_said_right_there()
    {
        await BeginAsync(closed: true);

        await DeleteAsync();

        Assert.Equal(ShownWhere.OnlyYou, (await SaidAsync()).Where);
        await GoneAsync();
        Assert.DoesNotContain(ann.User.Ephemeral, message => message.Components.Any());
    }

    [Fact]
    public async Task Where_the_answer_to_the_press_is_lost_it_is_said_as_a_direct_message()
    {
        await BeginAsync(closed: false);
        bot.Discord.Faults.When(request => request is { Method: "POST", Route: FollowUps } ? Fault.BadGateway : null);

        await DeleteAsync();

        Assert.Equal(ShownWhere.Direct, (await SaidAsync()).Where);
        await GoneAsync();
        Assert.Single(ann.User.Direct, message => message.IsFromBot);
    }

    [Fact]
    public async Task A_program_that_ends_in_the_middle_goes_on_with_it_at_the_next_start()
    {
        await BeginAsync(closed: false);
        bot.Discord.Faults.When(request => request switch
        {
            { Method: "DELETE", Route: TheirMessage } or { Method: "POST", Route: FollowUps } => Fault.BadGateway,
            _ => null,
        });
        await DeleteAsync();
        await bot.Discord.WaitUntilAsync(() => bot.Discord.Log.To("DELETE", TheirMessage).Any(request => request.Status == 502));
        await bot.StopAsync();
        bot.Discord.Faults.Clear();

        await bot.RunAsync();

        await SaidAsync();
        await GoneAsync();
        Assert.Single(ann.User.Direct, message => message.IsFromBot);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task After_the_time_that_is_kept_it_is_announced_and_then_said_and_the_chat_is_empty()
    {
        await BeginAsync(closed: false);
        await bot.AdvanceAsync(UntilWarned);
        await ann.ShownAsync();
        Assert.Contains(ann.User.Direct, message => message.Content.Contains("I will erase everything", StringComparison.Ordinal));

        await bot.AdvanceAsync(TimeSpan.FromDays(8));

        var last = await ann.User.WaitForAsync(message => message.Content.Contains("is erased", StringComparison.Ordinal));
        Assert.Equal(ShownWhere.Direct, last.Where);
        await GoneAsync();
        Assert.Equal(last.Id, Assert.Single(ann.User.Direct).Id);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Whoever_takes_no_direct_messages_by_then_leaves_nothing_behind_either()
    {
        await BeginAsync(closed: false);
        ann.User.HasBlockedBot = true;

        await bot.AdvanceAsync(UntilWarned);
        await bot.AdvanceAsync(TimeSpan.FromDays(8));

        await GoneAsync();
        Assert.Equal(0, await ann.SeqAsync());
    }

    [Fact]
    public async Task Whoever_starts_again_at_once_starts_as_on_the_first_day_and_keeps_what_is_new()
    {
        await BeginAsync(closed: false);
        await DeleteAsync();
        await SaidAsync();

        ann.User.RunInDirect("repair start");
        await ann.TakenAsync(0);
        await GoneAsync(but: 1);

        Assert.Equal("welcome", (await ann.QuestionAsync()).Message.Step);
        Assert.Single(ann.User.Direct, message => message.Components.Any());
    }

    private async Task BeginAsync(bool closed)
    {
        ann.User.AcceptsDirectMessages = !closed;
        ann.User.Run(bot.Discord.Guild, "repair start");
        await ann.TakenAsync(0);
        for (var i = 0; i < 4; i++)
        {
            await ann.AnswerAsync(typing: false);
        }
    }

    private async Task DeleteAsync()
    {
        var seq = await ann.SeqAsync();
        _ = ann.User.AcceptsDirectMessages ? ann.User.RunInDirect("mydata delete") : ann.User.Run(bot.Discord.Guild, "mydata delete");
        await ann.TakenAsync(seq);
        var ask = await ann.User.WaitForAsync(message => message.Buttons.Any(button => Player.NameOf(button) == "delete"));
        ann.User.Press(ask, ask.Buttons.First(button => Player.NameOf(button) == "delete"));
    }

    private Task<ShownMessage> SaidAsync() => ann.User.WaitForAsync(message => message.Content.StartsWith("Everything you wrote here is deleted", StringComparison.Ordinal));

    // Nothing of anybody: the adapter's own list holds random ids only.
    private Task GoneAsync(int but = 0) => Player.WaitAsync(() => Task.FromResult(bot.KeptForAnybody == but), "the end of what was kept");
}
