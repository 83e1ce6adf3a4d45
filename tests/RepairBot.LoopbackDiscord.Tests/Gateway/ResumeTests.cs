using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.Testing.Time;

namespace RepairBot.LoopbackDiscord.Tests.Gateway;

/// <summary>A session outlives its socket, and what happened in between is sent again.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task What_happened_while_the_line_was_down_is_replayed_in_order()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server, GatewayIntents.DirectMessages);
        world.Ann.Type("seen");
        await socket.NextAsync("MESSAGE_CREATE");
        world.Server.Gateway.Drop();
        await world.Server.WaitUntilAsync(() => world.Server.Gateway.ReadyConnections == 0);
        world.Ann.Type("one");
        world.Ann.Type("two");
        using var again = await ResumeAsync(world, socket);

        Assert.Equal("one", (await again.NextAsync("MESSAGE_CREATE"))["content"]!.ToString());
        Assert.Equal("two", (await again.NextAsync("MESSAGE_CREATE"))["content"]!.ToString());
        await again.NextAsync("RESUMED");
        world.Ann.Type("three");
        Assert.Equal("three", (await again.NextAsync("MESSAGE_CREATE"))["content"]!.ToString());
        Assert.Equal((1, 1), (world.Server.Log.Identifies, world.Server.Log.Resumes));
    }

    [Fact]
    public async Task An_interaction_fired_while_the_line_was_down_can_be_answered_in_time()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        socket.Abort();
        await world.Server.WaitUntilAsync(() => world.Server.Gateway.ReadyConnections == 0);
        var command = await world.RunAsync();
        using var again = await ResumeAsync(world, socket);

        Assert.Equal($"{command.Id}", (await again.NextAsync("INTERACTION_CREATE"))["id"]!.ToString());
        Assert.Equal(204, (await world.Bot.RespondAsync(command, 5)).Status);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    public async Task A_bot_that_says_goodbye_loses_its_session(int code)
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        await socket.CloseAsync(code);
        using var again = await ResumeAsync(world, socket);

        Assert.False((bool)(await again.NextAsync(Opcode.InvalidSession))!);
    }

    [Fact]
    public async Task A_bot_that_closes_with_another_code_keeps_its_session()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        await socket.CloseAsync(4000);
        using var again = await ResumeAsync(world, socket);

        await again.NextAsync("RESUMED");
    }

    [Fact]
    public async Task An_unknown_session_a_wrong_token_and_a_number_from_the_future_are_refused()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        socket.Abort();
        using var unknown = await RawSocket.ConnectAsync(world.Server);
        await unknown.ResumeAsync(world.Server.Token, "nobody", 1);
        Assert.False((bool)(await unknown.NextAsync(Opcode.InvalidSession))!);
        using var stranger = await RawSocket.ConnectAsync(world.Server);
        await stranger.ResumeAsync("wrong", socket.SessionId, 1);
        Assert.Equal(CloseCode.AuthenticationFailed, await stranger.UntilClosedAsync());
        using var ahead = await RawSocket.ConnectAsync(world.Server);
        await ahead.ResumeAsync(world.Server.Token, socket.SessionId, 99);
        Assert.Equal(CloseCode.InvalidSequence, await ahead.UntilClosedAsync());
        using var late = await ResumeAsync(world, socket);
        Assert.False((bool)(await late.NextAsync(Opcode.InvalidSession))!);
    }

    [Theory]
    [InlineData(2.9, true)]
    [InlineData(3.1, false)]
    public async Task A_session_without_a_socket_is_kept_for_a_while(double minutes, bool kept)
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { WireTime = time });
        using var socket = await RawSocket.ReadyAsync(world.Server);
        socket.Abort();
        await world.Server.WaitUntilAsync(() => world.Server.Gateway.ReadyConnections == 0);
        time.Advance(TimeSpan.FromMinutes(minutes));
        using var again = await ResumeAsync(world, socket);

        Assert.Equal(kept ? "RESUMED" : null, (await again.NextAsync())!["t"]?.ToString());
    }

    private static async Task<RawSocket> ResumeAsync(World world, RawSocket earlier)
    {
        var again = await RawSocket.ConnectAsync(world.Server);
        await again.NextAsync(Opcode.Hello);
        await again.ResumeAsync(world.Server.Token, earlier.SessionId, earlier.Seq);
        return again;
    }
}
