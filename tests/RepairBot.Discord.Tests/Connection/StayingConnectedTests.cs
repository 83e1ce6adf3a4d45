using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.Testing.Time;

namespace RepairBot.Discord.Tests.Connection;

/// <summary>Drops, ends and refusals of the gateway, with the real library on real time.</summary>
public sealed class StayingConnectedTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact(Timeout = 60_000)]
    public async Task A_dropped_line_is_resumed_and_no_session_is_begun()
    {
        await using var discord = await LoopbackServer.StartAsync();
        await using var client = await GatewayClient.StartAsync(discord);
        await ReadyAsync(discord, client);

        discord.Gateway.Drop();
        await discord.WaitUntilAsync(() => discord.Log.Resumes == 1 && discord.Gateway.ReadyConnections == 1, Soon, "a resumption");

        Assert.Equal(1, discord.Log.Identifies);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_request_to_reconnect_is_followed_by_a_resumption()
    {
        await using var discord = await LoopbackServer.StartAsync();
        await using var client = await GatewayClient.StartAsync(discord);
        await ReadyAsync(discord, client);

        discord.Gateway.RequestReconnect();
        await discord.WaitUntilAsync(() => discord.Log.Resumes == 1, Soon, "a resumption");

        Assert.Equal(1, discord.Log.Identifies);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(CloseCode.AuthenticationFailed)]
    [InlineData(CloseCode.InvalidShard)]
    [InlineData(CloseCode.ShardingRequired)]
    [InlineData(CloseCode.InvalidVersion)]
    [InlineData(CloseCode.InvalidIntents)]
    [InlineData(CloseCode.DisallowedIntents)]
    public async Task An_end_for_good_is_not_tried_against(CloseCode code)
    {
        await using var discord = await LoopbackServer.StartAsync();
        discord.Gateway.AnswerIdentify(new ScriptedAnswer.Close(code), int.MaxValue);
        await using var client = await GatewayClient.StartAsync(discord);

        Assert.Equal((int)code, await client.Watch.Ended.WaitAsync(Soon));
        Assert.NotNull(RepairBot.Discord.Connection.CloseCode.CureOf((int)code));
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System);
        Assert.Equal(1, discord.Log.Identifies);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(CloseCode.SessionTimedOut)]
    [InlineData((CloseCode)4006)]
    [InlineData(CloseCode.UnknownError)]
    public async Task Any_other_end_is_come_back_from(CloseCode code)
    {
        await using var discord = await LoopbackServer.StartAsync();
        await using var client = await GatewayClient.StartAsync(discord);
        await ReadyAsync(discord, client);

        discord.Gateway.Close(code);
        await discord.WaitUntilAsync(() => discord.Log.Connections.Count > 1 && discord.Gateway.ReadyConnections == 1, TimeSpan.FromSeconds(40), "a connection");

        Assert.False(client.Watch.Ended.IsCompleted);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_connection_whose_heartbeats_are_not_answered_counts_as_dead()
    {
        var time = new MovedTime();
        await using var discord = await LoopbackServer.StartAsync();
        await using var client = await GatewayClient.StartAsync(discord, time);
        Assert.False(client.Watch.IsAlive);
        await ReadyAsync(discord, client);
        await client.Beat.WaitAsync(Soon);
        Assert.True(client.Watch.IsAlive);

        discord.Gateway.AcknowledgesHeartbeats = false;
        time.Advance(TimeSpan.FromMinutes(3));

        Assert.False(client.Watch.IsAlive);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_silent_line_is_left_and_resumed()
    {
        await using var discord = await LoopbackServer.StartAsync(new LoopbackOptions { HeartbeatInterval = TimeSpan.FromSeconds(1) });
        await using var client = await GatewayClient.StartAsync(discord);
        await ReadyAsync(discord, client);

        discord.Gateway.AcknowledgesHeartbeats = false;
        await discord.WaitUntilAsync(() => discord.Log.Connections.Count > 1, Soon, "a second connection");
        discord.Gateway.AcknowledgesHeartbeats = true;
        await discord.WaitUntilAsync(() => discord.Gateway.ReadyConnections == 1, Soon, "a live connection");

        Assert.Equal(1, discord.Log.Identifies);
    }

    private static async Task ReadyAsync(LoopbackServer discord, GatewayClient client)
    {
        await discord.WaitUntilAsync(() => discord.Gateway.ReadyConnections == 1, Soon, "a connection");
        await client.Connected.WaitAsync(Soon);
    }
}
