using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Interactions;

/// <summary>What INTERACTION_CREATE says about where it comes from.</summary>
public sealed class PayloadTests
{
    [Fact]
    public async Task In_a_guild_there_is_a_member_and_no_user()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        world.Ann.Locale = "de";
        await world.RunAsync();
        var sent = await socket.NextAsync("INTERACTION_CREATE");

        Assert.Equal($"{world.Ann.Id}", sent["member"]!["user"]!["id"]!.ToString());
        Assert.Null(sent["user"]);
        Assert.Equal($"{world.Server.Guild.Id}", sent["guild_id"]!.ToString());
        Assert.Equal($"{world.Server.Guild.Id}", sent["authorizing_integration_owners"]!["0"]!.ToString());
        Assert.Equal(0, (int)sent["context"]!);
        Assert.Equal("de", sent["locale"]!.ToString());
    }

    [Fact]
    public async Task In_direct_messages_there_is_a_user_and_no_member()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        await world.RunAsync();
        await socket.NextAsync("INTERACTION_CREATE");
        world.Ann.RunInDirect("repair");
        var sent = await socket.NextAsync("INTERACTION_CREATE");

        Assert.Equal($"{world.Ann.Id}", sent["user"]!["id"]!.ToString());
        Assert.Null(sent["member"]);
        Assert.Null(sent["guild_id"]);
        Assert.Equal("0", sent["authorizing_integration_owners"]!["0"]!.ToString());
        Assert.Equal(1, (int)sent["context"]!);
    }

    [Fact]
    public async Task A_response_to_a_press_refers_to_the_message_and_one_to_a_command_does_not()
    {
        await using var world = await World.StartAsync();
        var press = world.Ann.Press(await world.ShowButtonAsync(), "Go");
        await world.Bot.RespondAsync(press, 4, new { content = "Hello" });
        var command = await world.RunAsync();
        await world.Bot.RespondAsync(command, 4, new { content = "Hello" });

        Assert.NotNull(press.Message!.Json["message_reference"]);
        Assert.Null(command.Message!.Json["message_reference"]);
    }
}
