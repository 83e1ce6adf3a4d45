using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.Testing.Time;

namespace RepairBot.LoopbackDiscord.Tests.Gateway;

/// <summary>Who is let in at the gateway, and how often.</summary>
public sealed class IdentifyTests
{
    [Fact]
    public async Task Ready_has_the_fields_clients_rely_on_and_the_guilds_follow()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ConnectAsync(world.Server);
        Assert.Equal(41_250, (int)(await socket.NextAsync(Opcode.Hello))!["heartbeat_interval"]!);
        await socket.IdentifyAsync(world.Server.Token, (int)GatewayIntents.Guilds);
        var ready = await socket.NextAsync("READY");
        var guild = await socket.NextAsync("GUILD_CREATE");

        Assert.Equal($"{world.Server.ApplicationId}", ready["application"]!["id"]!.ToString());
        Assert.Equal($"{world.Server.ApplicationId}", ready["user"]!["id"]!.ToString());
        Assert.Empty(ready["private_channels"]!.AsArray());
        Assert.Equal($"{world.Server.Guild.Id}", ready["guilds"]![0]!["id"]!.ToString());
        Assert.NotNull(ready["resume_gateway_url"]);
        Assert.Equal(1, world.Server.Gateway.ReadyConnections);
        foreach (var field in new[] { "roles", "channels", "members", "voice_states", "threads", "presences", "guild_scheduled_events" })
        {
            Assert.NotNull(guild[field]);
        }
    }

    [Fact]
    public async Task Without_the_intent_no_guild_follows()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);

        Assert.Empty(await socket.EventsBeforeAckAsync());
    }

    [Theory]
    [InlineData("wrong", 0, null, CloseCode.AuthenticationFailed)]
    [InlineData(null, null, null, CloseCode.InvalidIntents)]
    [InlineData(null, 1 << 30, null, CloseCode.InvalidIntents)]
    [InlineData(null, (int)GatewayIntents.MessageContent, null, CloseCode.DisallowedIntents)]
    [InlineData(null, (int)GatewayIntents.GuildMembers, null, CloseCode.DisallowedIntents)]
    [InlineData(null, 0, new[] { 2, 2 }, CloseCode.InvalidShard)]
    public async Task A_wrong_identify_is_closed_with_its_code(string? token, int? intents, int[]? shard, CloseCode code)
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ConnectAsync(world.Server);
        await socket.IdentifyAsync(token ?? world.Server.Token, intents, shard);

        Assert.Equal(code, await socket.UntilClosedAsync());
        Assert.Equal(1, world.Server.Log.Identifies);
    }

    [Fact]
    public async Task A_privileged_intent_that_was_granted_is_let_in()
    {
        await using var world = await World.StartAsync(new LoopbackOptions { PrivilegedIntents = GatewayIntents.MessageContent });
        using var socket = await RawSocket.ReadyAsync(world.Server, GatewayIntents.MessageContent);

        Assert.NotEmpty(socket.SessionId);
    }

    [Fact]
    public async Task Direct_messages_go_to_the_first_shard()
    {
        await using var world = await World.StartAsync(new LoopbackOptions { Limits = new LoopbackLimits { IdentifyPause = TimeSpan.Zero } });
        using var first = await RawSocket.ConnectAsync(world.Server);
        await first.IdentifyAsync(world.Server.Token, (int)GatewayIntents.DirectMessages, [0, 2]);
        await first.NextAsync("READY");
        using var second = await RawSocket.ConnectAsync(world.Server);
        await second.IdentifyAsync(world.Server.Token, (int)GatewayIntents.DirectMessages, [1, 2]);
        await second.NextAsync("READY");
        world.Ann.Type("Hi");

        Assert.Equal(["MESSAGE_CREATE"], await first.EventsBeforeAckAsync());
        Assert.Empty(await second.EventsBeforeAckAsync());
    }

    [Fact]
    public async Task Two_identifies_on_one_socket_are_4005_and_other_sends_before_the_first_4003()
    {
        await using var world = await World.StartAsync();
        using var twice = await RawSocket.ReadyAsync(world.Server);
        await twice.IdentifyAsync(world.Server.Token, 0);
        Assert.Equal(CloseCode.AlreadyAuthenticated, await twice.UntilClosedAsync());
        using var early = await RawSocket.ConnectAsync(world.Server);
        await early.SendAsync(Opcode.PresenceUpdate, new { });
        Assert.Equal(CloseCode.NotAuthenticated, await early.UntilClosedAsync());
    }

    [Fact]
    public async Task Two_identifies_within_five_seconds_get_an_invalid_session()
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { WireTime = time });
        using var first = await RawSocket.ReadyAsync(world.Server);
        using var soon = await RawSocket.ConnectAsync(world.Server);
        await soon.IdentifyAsync(world.Server.Token, 0);
        Assert.False((bool)(await soon.NextAsync(Opcode.InvalidSession))!);
        time.Advance(TimeSpan.FromSeconds(5));
        await soon.IdentifyAsync(world.Server.Token, 0);
        Assert.NotNull(await soon.NextAsync("READY"));
    }

    [Fact]
    public async Task The_days_identifies_are_counted_and_at_the_limit_everything_ends()
    {
        var time = new ManualTime();
        var limits = new LoopbackLimits { IdentifiesPerDay = 2, IdentifyPause = TimeSpan.Zero };
        await using var world = await World.StartAsync(new LoopbackOptions { Time = time, Limits = limits });
        using var first = await RawSocket.ReadyAsync(world.Server);
        var left = (await world.Bot.GetAsync("gateway/bot")).Body!["session_start_limit"]!;
        Assert.Equal((2, 1, 1), ((int)left["total"]!, (int)left["remaining"]!, (int)left["max_concurrency"]!));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(23 * 3600_000, (int)(await world.Bot.GetAsync("gateway/bot")).Body!["session_start_limit"]!["reset_after"]!);

        using var second = await RawSocket.ReadyAsync(world.Server);
        using var third = await RawSocket.ConnectAsync(world.Server);
        await third.IdentifyAsync(world.Server.Token, 0);
        Assert.Equal(CloseCode.AuthenticationFailed, await third.UntilClosedAsync());
        Assert.Equal(CloseCode.AuthenticationFailed, await first.UntilClosedAsync());
        Assert.Equal(401, (await world.Bot.GetAsync("users/@me")).Status);
    }

    [Fact]
    public async Task Identifies_of_the_day_before_are_forgotten()
    {
        var time = new ManualTime();
        var limits = new LoopbackLimits { IdentifiesPerDay = 1, IdentifyPause = TimeSpan.Zero };
        await using var world = await World.StartAsync(new LoopbackOptions { Time = time, Limits = limits });
        using var first = await RawSocket.ReadyAsync(world.Server);
        time.Advance(TimeSpan.FromDays(1));
        using var second = await RawSocket.ReadyAsync(world.Server);

        Assert.NotEqual(first.SessionId, second.SessionId);
    }
}
