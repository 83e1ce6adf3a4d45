using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Users;

public sealed class WholeFlowTests
{
    [Fact]
    public async Task A_command_leads_through_an_ephemeral_note_a_direct_message_a_press_and_a_form()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);

        var command = await world.RunAsync();
        Assert.Equal("repair", (await socket.NextAsync("INTERACTION_CREATE"))["data"]!["name"]!.ToString());
        await world.Bot.RespondAsync(command, 4, new { content = "Look at your direct messages", flags = 64 });
        var shown = await world.ShowButtonAsync();
        var press = world.Ann.Press(shown, "Go");
        Assert.Equal("go", (await socket.NextAsync("INTERACTION_CREATE"))["data"]!["custom_id"]!.ToString());
        await world.Bot.RespondAsync(press, 9, Some.Modal());
        var submit = world.Ann.Submit(press, ("Words", "I was late"));
        var words = (await socket.NextAsync("INTERACTION_CREATE"))["data"]!["components"]![0]!["components"]![0]!["value"]!.ToString();
        await world.Bot.RespondAsync(submit, 7, new { content = "Thank you", components = Array.Empty<object>() });

        Assert.Equal("I was late", words);
        Assert.Equal(CallbackType.Modal, press.Response);
        Assert.Equal(["Thank you"], world.Ann.Direct.Select(message => message.Content));
        Assert.Equal(["Look at your direct messages"], world.Ann.Ephemeral.Select(message => message.Content));
        Assert.Empty(world.Server.Guild.Public);
    }
}
