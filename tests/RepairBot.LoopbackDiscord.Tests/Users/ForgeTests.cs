using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.LoopbackDiscord.Tests.Users;

/// <summary>What no honest client sends reaches the bot as Discord would pass it on.</summary>
public sealed class ForgeTests
{
    [Fact]
    public async Task Any_custom_id_comes_through_on_anybodys_message()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        var shown = await world.ShowButtonAsync();
        var ben = world.Server.AddUser("ben");
        world.Server.Forge.Press(ben, "forged", shown);

        var sent = await socket.NextAsync("INTERACTION_CREATE");
        Assert.Equal("forged", sent["data"]!["custom_id"]!.ToString());
        Assert.Equal($"{ben.Id}", sent["user"]!["id"]!.ToString());
        Assert.Equal($"{shown.Id}", sent["message"]!["id"]!.ToString());
    }

    [Fact]
    public async Task A_command_that_is_registered_no_more_comes_through()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        Assert.Throws<NotPossibleException>(() => world.Ann.Run(world.Server.Guild, "old"));
        var forged = world.Server.Forge.Command(world.Ann, world.Server.Guild, "old", [new JsonObject { ["name"] = "x", ["type"] = 3, ["value"] = "y" }]);

        Assert.Equal("old", (await socket.NextAsync("INTERACTION_CREATE"))["data"]!["name"]!.ToString());
        Assert.Equal(204, (await world.Bot.RespondAsync(forged, 4, new { content = "That is gone", flags = 64 })).Status);
        Assert.Equal("That is gone", forged.Message!.Content);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9000)]
    public async Task A_form_of_any_size_comes_through(int length)
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        var submit = world.Server.Forge.Submit(world.Ann, "form", ("words", Some.Text(length)));

        var sent = await socket.NextAsync("INTERACTION_CREATE");
        Assert.Equal(length, sent["data"]!["components"]![0]!["components"]![0]!["value"]!.ToString().Length);
        Assert.Equal(204, (await world.Bot.RespondAsync(submit, 4, new { content = "No", flags = 64 })).Status);
    }
}
