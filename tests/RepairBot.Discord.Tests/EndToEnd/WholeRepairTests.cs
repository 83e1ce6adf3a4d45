using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Discord.Tests.EndToEnd;

/// <summary>From the slash command to the ping after the promise, with the real library.</summary>
public sealed class WholeRepairTests
{
    private const int MostQuestions = 60;

    [Fact]
    public async Task A_whole_repair_in_direct_messages()
    {
        await using var bot = await DiscordBot.StartAsync();
        var player = new Player(bot, bot.Discord.AddUser("ann"));

        await BeginAsync(bot, player);
        await WalkAsync(player);
        await CheckInAsync(bot, player);

        Assert.Superset(new HashSet<string> { "button", "menu", "form", "typed" }, player.Used);
        Assert.All(player.User.Sees, message => Assert.NotEqual(ShownWhere.Public, message.Where));
        Assert.Single(player.User.Sees, message => message.Where == ShownWhere.OnlyYou);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task The_same_with_direct_messages_closed()
    {
        await using var bot = await DiscordBot.StartAsync();
        var player = new Player(bot, bot.Discord.AddUser("ann"));
        player.User.AcceptsDirectMessages = false;

        await BeginAsync(bot, player);
        Assert.Contains(player.User.Ephemeral, message => message.Content.Contains("Privacy Settings", StringComparison.Ordinal));

        // What stood there before a restart can be pressed after it, also when nobody can change it any more.
        var halfway = (await player.QuestionAsync()).Shown;
        await bot.RestartAsync();
        bot.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(halfway.Id, (await player.QuestionAsync()).Shown.Id);
        await WalkAsync(player);

        // The ping waits for the next command.
        var shown = player.User.Ephemeral.Count;
        await bot.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Equal(shown, player.User.Ephemeral.Count);
        player.User.Run(bot.Discord.Guild, "repair history");
        await player.ShownAsync();
        await player.PressAsync("partly");

        // How to open them is said once, not with every command.
        Assert.Single(player.User.Ephemeral, message => message.Content.Contains("Privacy Settings", StringComparison.Ordinal));
        Assert.Contains(player.User.Ephemeral, message => message.Content.StartsWith("We go on right here, and only you see it.", StringComparison.Ordinal));
        Assert.Empty(player.User.Direct);
        Assert.Empty(bot.Discord.Guild.Public);
        Assert.Empty(bot.Violations);
    }

    private static async Task BeginAsync(DiscordBot bot, Player player)
    {
        player.User.Run(bot.Discord.Guild, "repair start");
        await player.TakenAsync(0);
    }

    // Every other text is typed, as far as the direct messages are open.
    private static async Task WalkAsync(Player player)
    {
        var typing = false;
        while (!player.Asked.Contains("closing") && player.Asked.Count < MostQuestions)
        {
            typing = !typing && player.User.AcceptsDirectMessages;
            await player.AnswerAsync(typing);
        }

        Assert.Contains("consent", player.Asked);
    }

    private static async Task CheckInAsync(DiscordBot bot, Player player)
    {
        var before = await player.SeqAsync();
        await bot.AdvanceAsync(TimeSpan.FromDays(3));
        await player.TakenAsync(before);
        var ping = player.User.Direct[^1];
        Assert.DoesNotContain("My own words", ping.Content, StringComparison.Ordinal);

        await player.PressAsync("partly");
        for (var i = 0; i < 5 && player.User.Direct[^1].Components.Any(); i++)
        {
            await player.AnswerAsync(typing: true);
        }

        before = await player.SeqAsync();
        await bot.AdvanceAsync(TimeSpan.FromDays(3));
        await player.TakenAsync(before);
        Assert.NotEqual(ping.Id, player.User.Direct[^1].Id);
        Assert.Contains(player.User.Direct[^1].Buttons, button => Player.NameOf(button) == "partly");
    }
}
