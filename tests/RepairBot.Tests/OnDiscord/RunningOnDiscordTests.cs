using System.Net;
using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Faults;
using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Tests.OnDiscord;

/// <summary>The real program on Discord: what it says when it can't go on, how well it says it is, and how it ends.</summary>
public sealed class RunningOnDiscordTests
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory(Timeout = 120_000)]
    [InlineData(CloseCode.AuthenticationFailed, "Make a new one in the developer portal (Bot, Reset Token) and set Discord:Token to it.")]
    [InlineData(CloseCode.InvalidShard, "invite it to fewer, or use a bot of its own for yours.")]
    [InlineData(CloseCode.InvalidVersion, "Install a newer RepairBot.")]
    [InlineData(CloseCode.DisallowedIntents, "RepairBot needs none of the privileged ones")]
    public async Task An_end_for_good_ends_the_program_with_exit_code_1_and_the_cure(CloseCode code, string cure)
    {
        await using var discord = await LoopbackServer.StartAsync();
        discord.Gateway.AnswerIdentify(new ScriptedAnswer.Close(code), int.MaxValue);
        using var bot = new DiscordProcess(discord);
        bot.Start();

        Assert.Equal(1, await bot.EndAsync());
        Assert.Contains(cure, bot.Complained.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Complained, StringComparison.Ordinal);
        Assert.Equal(1, discord.Log.Identifies);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_token_that_discord_does_not_take_ends_it_before_a_session_is_begun()
    {
        await using var discord = await LoopbackServer.StartAsync();
        using var bot = new DiscordProcess(discord);
        bot.Start(token: "some.other.token", findsGateway: true);

        Assert.Equal(1, await bot.EndAsync());
        Assert.Contains("set Discord:Token to it", bot.Complained.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("some.other.token", bot.Complained, StringComparison.Ordinal);
        Assert.Equal(0, discord.Log.Identifies);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_token_that_is_reset_while_it_runs_ends_it()
    {
        await using var discord = await LoopbackServer.StartAsync();
        using var bot = new DiscordProcess(discord);
        await bot.StartWellAsync();
        discord.Gateway.ResetToken();

        Assert.Equal(1, await bot.EndAsync());
        Assert.Contains("set Discord:Token to it", bot.Complained.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task It_is_well_while_its_heartbeats_are_answered_and_only_then()
    {
        await using var discord = await LoopbackServer.StartAsync(new LoopbackOptions { HeartbeatInterval = Beat });
        using var bot = new DiscordProcess(discord);
        await bot.StartWellAsync();

        discord.Gateway.AcceptsConnections = false;
        discord.Gateway.AcknowledgesHeartbeats = false;
        await bot.UntilAsync(HttpStatusCode.ServiceUnavailable);
        discord.Gateway.AcknowledgesHeartbeats = true;
        discord.Gateway.AcceptsConnections = true;
        await bot.UntilAsync(HttpStatusCode.OK);
        Assert.Equal(1, discord.Log.Identifies);
    }

    [Fact(Timeout = 120_000)]
    public async Task Told_to_stop_it_finishes_what_it_has_acknowledged()
    {
        await using var discord = await LoopbackServer.StartAsync();
        discord.Faults.When(request => request.Nonce is not null ? new Fault.Delay(TimeSpan.FromMilliseconds(300)) : null);
        using var bot = new DiscordProcess(discord);
        await bot.StartWellAsync();
        var begun = Enumerable.Range(0, 24)
            .Select(number => discord.AddUser($"person-{number}"))
            .Select(person => (Person: person, Interaction: person.RunInDirect("repair start")))
            .ToList();
        await Task.WhenAny(begun.Select(one => one.Interaction.WaitForAcknowledgementAsync(Patience)));
        var shown = begun.Count(one => IsAsked(one.Person));
        await bot.TerminateAsync();

        Assert.Equal(0, await bot.EndAsync());
        var acknowledged = begun.Where(one => one.Interaction.State == InteractionState.Acknowledged).ToList();
        Assert.InRange(shown, 0, acknowledged.Count - 1);
        Assert.All(acknowledged, one => Assert.True(IsAsked(one.Person)));
    }

    private static bool IsAsked(LoopbackUser person) => person.Direct.Any(message => message.Buttons.Any());
}
