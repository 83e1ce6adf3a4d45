using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Gateway;

/// <summary>What a test makes the gateway do.</summary>
public sealed class GatewayFaultTests
{
    private static readonly LoopbackOptions NoPause = new() { Limits = new LoopbackLimits { IdentifyPause = TimeSpan.Zero } };

    [Fact]
    public async Task Op_7_asks_to_reconnect_and_the_session_stays()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        world.Server.Gateway.RequestReconnect();
        await socket.NextAsync(Opcode.Reconnect);
        await socket.CloseAsync(4000);
        using var again = await RawSocket.ConnectAsync(world.Server);
        await again.ResumeAsync(world.Server.Token, socket.SessionId, socket.Seq);

        await again.NextAsync("RESUMED");
    }

    [Theory]
    [InlineData(true, "RESUMED")]
    [InlineData(false, null)]
    public async Task Op_9_says_whether_the_session_may_be_resumed(bool resumable, string? answer)
    {
        await using var world = await World.StartAsync(NoPause);
        using var socket = await RawSocket.ReadyAsync(world.Server);
        world.Server.Gateway.InvalidateSessions(resumable);
        Assert.Equal(resumable, (bool)(await socket.NextAsync(Opcode.InvalidSession))!);
        await socket.ResumeAsync(world.Server.Token, socket.SessionId, socket.Seq);

        Assert.Equal(answer, (await socket.NextAsync())!["t"]?.ToString());
    }

    [Theory]
    [InlineData(CloseCode.AuthenticationFailed)]
    [InlineData(CloseCode.InvalidShard)]
    [InlineData(CloseCode.ShardingRequired)]
    [InlineData(CloseCode.InvalidVersion)]
    [InlineData(CloseCode.InvalidIntents)]
    [InlineData(CloseCode.DisallowedIntents)]
    [InlineData(CloseCode.UnknownError)]
    public async Task Any_close_code_answers_identify_as_often_as_told(CloseCode code)
    {
        await using var world = await World.StartAsync(NoPause);
        world.Server.Gateway.AnswerIdentify(new ScriptedAnswer.Close(code), times: 2);
        for (var tried = 0; tried < 2; tried++)
        {
            using var refused = await RawSocket.ConnectAsync(world.Server);
            await refused.IdentifyAsync(world.Server.Token, 0);
            Assert.Equal(code, await refused.UntilClosedAsync());
        }

        using var socket = await RawSocket.ReadyAsync(world.Server);
        Assert.Equal(3, world.Server.Log.Identifies);
        Assert.Equal([(int)code, (int)code], world.Server.Log.Closes.Select(close => close.Code));
    }

    [Fact]
    public async Task Endless_op_9_ends_when_told()
    {
        await using var world = await World.StartAsync(NoPause);
        world.Server.Gateway.AnswerIdentify(new ScriptedAnswer.InvalidSession(IsResumable: false), int.MaxValue);
        using var socket = await RawSocket.ConnectAsync(world.Server);
        for (var tried = 0; tried < 5; tried++)
        {
            await socket.IdentifyAsync(world.Server.Token, 0);
            await socket.NextAsync(Opcode.InvalidSession);
        }

        world.Server.Gateway.AnswerAsUsual();
        await socket.IdentifyAsync(world.Server.Token, 0);
        await socket.NextAsync("READY");
    }

    [Fact]
    public async Task Resume_can_be_refused_dropped_or_left_without_an_answer()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        socket.Abort();
        world.Server.Gateway.AnswerResume(new ScriptedAnswer.InvalidSession(IsResumable: true));
        world.Server.Gateway.AnswerResume(new ScriptedAnswer.Silence());
        world.Server.Gateway.AnswerResume(new ScriptedAnswer.Drop());
        using var again = await RawSocket.ConnectAsync(world.Server);
        await again.ResumeAsync(world.Server.Token, socket.SessionId, socket.Seq);
        Assert.True((bool)(await again.NextAsync(Opcode.InvalidSession))!);
        await again.ResumeAsync(world.Server.Token, socket.SessionId, socket.Seq);
        Assert.Empty(await again.EventsBeforeAckAsync());
        await again.ResumeAsync(world.Server.Token, socket.SessionId, socket.Seq);
        Assert.Null(await again.UntilClosedAsync());
    }

    [Fact]
    public async Task Events_come_twice_again_late_and_in_another_order()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server, GatewayIntents.DirectMessages);
        var gateway = world.Server.Gateway;
        gateway.Duplicate("MESSAGE_CREATE");
        world.Ann.Type("twice");
        Assert.Equal(["twice", "twice"], await WordsAsync(2));
        gateway.Replay("MESSAGE_CREATE");
        Assert.Equal(["twice"], await WordsAsync(1));
        gateway.Hold();
        world.Ann.Type("one");
        world.Ann.Type("two");
        Assert.Empty(await socket.EventsBeforeAckAsync());
        gateway.Release(reversed: true);
        Assert.Equal(["two", "one"], await WordsAsync(2));

        async Task<IReadOnlyList<string>> WordsAsync(int count)
        {
            var words = new List<string>();
            for (var taken = 0; taken < count; taken++)
            {
                words.Add((await socket.NextAsync("MESSAGE_CREATE"))["content"]!.ToString());
            }

            return words;
        }
    }

    [Fact]
    public async Task Nothing_is_kept_for_a_bot_that_is_not_there()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);

        Assert.Empty(await socket.EventsBeforeAckAsync());
        Assert.Null(command.Response);
    }

    [Fact]
    public async Task Guilds_come_and_go()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server, GatewayIntents.Guilds);
        await socket.NextAsync("GUILD_CREATE");
        var another = world.Server.AddGuild("Another");
        Assert.Equal($"{another.Id}", (await socket.NextAsync("GUILD_CREATE"))["id"]!.ToString());
        another.RemoveBot();
        Assert.Equal($"{another.Id}", (await socket.NextAsync("GUILD_DELETE"))["id"]!.ToString());
    }
}
