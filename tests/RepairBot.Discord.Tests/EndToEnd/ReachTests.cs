using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Discord.Tests.EndToEnd;

/// <summary>People who can't be reached for a while: nothing is lost, nothing is pushed, and the next command brings what waits.</summary>
public sealed class ReachTests : IAsyncLifetime
{
    private DiscordBot bot = null!;
    private Player ann = null!;

    public async Task InitializeAsync()
    {
        bot = await DiscordBot.StartAsync();
        ann = new Player(bot, bot.Discord.AddUser("ann"));
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Whoever_blocks_the_bot_on_the_way_is_left_in_peace_and_told_at_their_next_command()
    {
        ann.User.RunInDirect("repair start");
        await ann.TakenAsync(0);
        await WalkToTheEndAsync();
        ann.User.HasBlockedBot = true;
        var refusals = Refusals();
        await bot.AdvanceAsync(TimeSpan.FromDays(3));
        await bot.Discord.WaitUntilAsync(() => Refusals() == refusals + 1);
        await bot.AdvanceAsync(TimeSpan.FromDays(5));
        Assert.Equal(refusals + 1, Refusals());
        Assert.Empty(ann.User.Ephemeral);

        ann.User.HasBlockedBot = false;
        var waiting = (await bot.UnsettledAsync(ann.Who)).Count;
        ann.User.RunInDirect("repair history");
        await ann.ShownAsync();

        Assert.True(waiting > 0);
        Assert.Contains(ann.User.Direct, message => message.Buttons.Any(button => Player.NameOf(button) == "partly"));
        await ann.PressAsync("partly");
        Assert.Empty(bot.Discord.Guild.Public);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Whoever_closes_direct_messages_in_the_middle_goes_on_where_their_next_command_is_and_back()
    {
        ann.User.Run(bot.Discord.Guild, "repair start");
        await ann.TakenAsync(0);
        await ann.AnswerAsync(typing: false);
        ann.User.AcceptsDirectMessages = false;
        var (old, _) = await ann.QuestionAsync();
        ann.User.Press(old, old.Buttons.First());
        await Player.WaitAsync(async () => (await bot.UnsettledAsync(ann.Who)).Count > 0, "a message that waits");

        ann.User.Run(bot.Discord.Guild, "repair status");
        await ann.ShownAsync();
        var here = await ann.User.WaitForAsync(message => message.Content.Contains("can't send you direct messages", StringComparison.Ordinal));
        Assert.Equal(ShownWhere.OnlyYou, here.Where);
        Assert.Equal(ShownWhere.OnlyYou, (await ann.QuestionAsync()).Shown.Where);
        await ann.AnswerAsync(typing: false);
        Assert.Equal(ShownWhere.OnlyYou, (await ann.QuestionAsync()).Shown.Where);

        ann.User.AcceptsDirectMessages = true;
        var seq = await ann.SeqAsync();
        ann.User.Run(bot.Discord.Guild, "repair status");
        await ann.TakenAsync(seq);
        Assert.Equal(ShownWhere.Direct, (await ann.QuestionAsync()).Shown.Where);
        await ann.AnswerAsync(typing: false);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Whoever_shares_no_server_any_more_finds_everything_after_coming_back()
    {
        ann.User.RunInDirect("repair start");
        await ann.TakenAsync(0);
        await WalkToTheEndAsync();
        ann.User.Leave(bot.Discord.Guild);
        await bot.AdvanceAsync(TimeSpan.FromDays(3));
        await Player.WaitAsync(async () => (await bot.UnsettledAsync(ann.Who)).Count > 0, "a ping that waits");

        ann.User.Join(bot.Discord.Guild);
        ann.User.RunInDirect("checkin list");
        await ann.ShownAsync();

        Assert.Contains(ann.User.Direct, message => message.Buttons.Any(button => Player.NameOf(button) == "partly"));
    }

    private int Refusals() => bot.Discord.Log.Requests.Count(request => request.ErrorCode == 50007);

    private async Task WalkToTheEndAsync()
    {
        while (!ann.Asked.Contains("closing"))
        {
            await ann.AnswerAsync(typing: false);
        }
    }
}
