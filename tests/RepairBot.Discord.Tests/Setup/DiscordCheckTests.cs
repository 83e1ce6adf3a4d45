using RepairBot.Discord.Hosting;
using RepairBot.Discord.Setup;
using RepairBot.LoopbackDiscord;
using RepairBot.Testing.Time;

namespace RepairBot.Discord.Tests.Setup;

/// <summary>What is wrong is said in a line, and no line holds the token.</summary>
public sealed class DiscordCheckTests
{
    [Fact(Timeout = 60_000)]
    public async Task With_everything_right_every_line_holds_and_the_last_invites_with_no_permission()
    {
        await using var discord = await LoopbackServer.StartAsync();

        var lines = await CheckAsync(discord, discord.Token, TimeProvider.System);

        Assert.All(lines, line => Assert.True(line.Holds, line.Says));
        Assert.Equal(
            $"https://discord.com/oauth2/authorize?client_id={discord.ApplicationId}&scope=bot+applications.commands&permissions=0&integration_type=0",
            lines[^1].Says);
        Assert.DoesNotContain(lines, line => line.Says.Contains(discord.Token, StringComparison.Ordinal));
        Assert.Empty(discord.Description.Violations);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_wrong_token_is_named_and_not_shown()
    {
        await using var discord = await LoopbackServer.StartAsync();

        var line = Assert.Single(await CheckAsync(discord, "wrong.token.secret", TimeProvider.System));

        Assert.Equal(("token", false), (line.What, line.Holds));
        Assert.DoesNotContain("secret", line.Says, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_clock_that_is_off_is_told()
    {
        await using var discord = await LoopbackServer.StartAsync();

        var lines = await CheckAsync(discord, discord.Token, new ManualTime());

        Assert.False(Assert.Single(lines, line => line.What == "clock skew").Holds);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_discord_out_of_reach_is_told()
    {
        var settings = new DiscordSettings { Token = "a.b.c", ApiBaseUrl = new Uri("http://127.0.0.1:1/api/v10") };

        var line = Assert.Single(await DiscordCheck.RunAsync(settings, TimeProvider.System, CancellationToken.None));

        Assert.Contains("can't be reached", line.Says, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<CheckLine>> CheckAsync(LoopbackServer discord, string token, TimeProvider time) =>
        DiscordCheck.RunAsync(new DiscordSettings { Token = token, ApiBaseUrl = discord.ApiBaseUrl }, time, CancellationToken.None);
}
