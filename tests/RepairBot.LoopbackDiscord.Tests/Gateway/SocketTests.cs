using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.Testing.Time;

namespace RepairBot.LoopbackDiscord.Tests.Gateway;

/// <summary>What goes over a socket: heartbeats, sizes, numbers of sends, compression, intents.</summary>
public sealed class SocketTests
{
    [Fact]
    public async Task Heartbeats_are_acknowledged_unless_the_line_is_dead()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        await socket.SendAsync(Opcode.Heartbeat, socket.Seq);
        await socket.NextAsync(Opcode.HeartbeatAck);
        world.Server.Gateway.AcknowledgesHeartbeats = false;
        await socket.SendAsync(Opcode.Heartbeat, socket.Seq);
        world.Server.Gateway.RequestHeartbeat();

        Assert.Equal((int)Opcode.Heartbeat, (int)(await socket.NextAsync())!["op"]!);
    }

    [Fact]
    public async Task Who_stops_beating_is_thrown_out()
    {
        await using var world = await World.StartAsync(new LoopbackOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(100) });
        using var socket = await RawSocket.ReadyAsync(world.Server);

        Assert.Equal(CloseCode.SessionTimedOut, await socket.UntilClosedAsync());
    }

    [Theory]
    [InlineData("""{ "op": 99 }""", CloseCode.UnknownOpcode)]
    [InlineData("not json", CloseCode.DecodeError)]
    [InlineData("[]", CloseCode.DecodeError)]
    public async Task What_cannot_be_understood_closes(string text, CloseCode code)
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        await socket.SendTextAsync(text);

        Assert.Equal(code, await socket.UntilClosedAsync());
    }

    [Fact]
    public async Task A_payload_has_at_most_4096_bytes()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        var frame = """{ "op": 1, "d": "" }""";
        await socket.SendTextAsync(frame.Replace("\"\"", $"\"{Some.Text(4096 - frame.Length)}\"", StringComparison.Ordinal));
        await socket.NextAsync(Opcode.HeartbeatAck);
        await socket.SendTextAsync(frame.Replace("\"\"", $"\"{Some.Text(4097 - frame.Length)}\"", StringComparison.Ordinal));

        Assert.Equal(CloseCode.DecodeError, await socket.UntilClosedAsync());
    }

    [Fact]
    public async Task A_hundred_and_twenty_sends_a_minute_are_allowed()
    {
        await using var world = await World.StartAsync(new LoopbackOptions { WireTime = new ManualTime() });
        using var socket = await RawSocket.ReadyAsync(world.Server);
        for (var sent = 1; sent < 120; sent++)
        {
            await socket.SendAsync(Opcode.Heartbeat, null);
            await socket.NextAsync(Opcode.HeartbeatAck);
        }

        await socket.SendAsync(Opcode.Heartbeat, null);
        Assert.Equal(CloseCode.RateLimited, await socket.UntilClosedAsync());
    }

    [Theory]
    [InlineData("?v=6&encoding=json", CloseCode.InvalidVersion)]
    [InlineData("?v=10&encoding=etf", CloseCode.DecodeError)]
    public async Task Versions_and_encodings_that_are_not_served_close(string query, CloseCode code)
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ConnectAsync(world.Server, query);

        Assert.Equal(code, await socket.UntilClosedAsync());
    }

    [Fact]
    public async Task Compressed_sockets_share_one_stream()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server, GatewayIntents.DirectMessages, "?v=10&encoding=json&compress=zlib-stream");
        world.Ann.Type("Hi");

        Assert.Equal("Hi", (await socket.NextAsync("MESSAGE_CREATE"))["content"]!.ToString());
    }

    [Fact]
    public async Task Messages_reach_only_who_asked_for_them_and_interactions_everyone()
    {
        await using var world = await World.StartAsync(new LoopbackOptions { Limits = new LoopbackLimits { IdentifyPause = TimeSpan.Zero } });
        using var deaf = await RawSocket.ReadyAsync(world.Server);
        using var hearing = await RawSocket.ReadyAsync(world.Server, GatewayIntents.DirectMessages);
        world.Ann.Type("Hi");
        var command = await world.RunAsync();
        await world.Bot.RespondAsync(command, 4, new { content = "Hidden", flags = 64 });

        Assert.Equal(["INTERACTION_CREATE"], await deaf.EventsBeforeAckAsync());
        Assert.Equal(["MESSAGE_CREATE", "INTERACTION_CREATE"], await hearing.EventsBeforeAckAsync());
    }

    [Fact]
    public async Task A_gateway_that_turns_sockets_away_takes_them_again_when_told()
    {
        await using var world = await World.StartAsync();
        world.Server.Gateway.AcceptsConnections = false;
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => RawSocket.ConnectAsync(world.Server));
        world.Server.Gateway.AcceptsConnections = true;
        using var socket = await RawSocket.ReadyAsync(world.Server);

        Assert.Equal(1, world.Server.Gateway.ReadyConnections);
    }
}
