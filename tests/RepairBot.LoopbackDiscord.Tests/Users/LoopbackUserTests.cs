using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.LoopbackDiscord.Tests.Users;

/// <summary>A person can do what the client lets them do, and nothing else.</summary>
public sealed class LoopbackUserTests
{
    [Fact]
    public async Task A_button_that_is_gone_disabled_or_never_was_cannot_be_pressed()
    {
        await using var world = await World.StartAsync();
        var shown = await world.ShowButtonAsync();
        var message = $"channels/{shown.ChannelId}/messages/{shown.Id}";

        Assert.Throws<NotPossibleException>(() => world.Ann.Press(shown, "Never"));
        var off = Some.Button();
        off["disabled"] = true;
        await world.Bot.PatchAsync(message, new { components = new[] { Some.Row(off) } });
        Assert.Throws<NotPossibleException>(() => world.Ann.Press(shown, "Go"));
        await world.Bot.PatchAsync(message, new { components = Array.Empty<object>() });
        Assert.Throws<NotPossibleException>(() => world.Ann.Press(shown, shown.Button("Go")));
        await world.Bot.DeleteAsync(message);
        Assert.Throws<NotPossibleException>(() => world.Ann.Press(shown, "Go"));
    }

    [Fact]
    public async Task Nobody_sees_or_presses_what_is_for_somebody_else()
    {
        await using var world = await World.StartAsync();
        var ben = world.Server.AddUser("ben");
        var shown = await world.ShowButtonAsync();
        var command = await world.RunAsync();
        await world.Bot.RespondAsync(command, 4, new { content = "Only you", flags = 64, components = new[] { Some.Row(Some.Button()) } });

        Assert.Empty(ben.Sees);
        Assert.Equal(2, world.Ann.Sees.Count);
        Assert.Throws<NotPossibleException>(() => ben.Press(shown, "Go"));
        Assert.Throws<NotPossibleException>(() => ben.Press(world.Ann.Ephemeral[0], "Go"));
    }

    [Fact]
    public async Task A_public_message_is_seen_by_everyone_in_the_guild_and_by_nobody_else()
    {
        await using var world = await World.StartAsync();
        var ben = world.Server.AddUser("ben");
        var stranger = world.Server.AddUser("zoe", sharesGuild: false);
        await world.Bot.RespondAsync(await world.RunAsync(), 4, new { content = "Hello all" });

        Assert.Equal("Hello all", ben.Sees.Single().Content);
        Assert.Equal(ShownWhere.Public, ben.Sees.Single().Where);
        Assert.Empty(stranger.Sees);
        Assert.Single(world.Server.Guild.Public);
    }

    [Fact]
    public async Task As_many_options_are_chosen_as_the_menu_asks_for()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        var select = Some.Select();
        select["min_values"] = 2;
        select["max_values"] = 2;
        await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", new { content = "Pick", components = new[] { Some.Row(select) } });
        var shown = world.Ann.Direct[^1];

        Assert.Throws<NotPossibleException>(() => world.Ann.Choose(shown, "0"));
        Assert.Throws<NotPossibleException>(() => world.Ann.Choose(shown, "0", "9"));
        world.Ann.Choose(shown, "0", "Option 2");
        Assert.Equal("""["0","2"]""", (await socket.NextAsync("INTERACTION_CREATE"))["data"]!["values"]!.ToJsonString());
    }

    [Fact]
    public async Task A_form_is_sent_within_its_limits_and_only_once()
    {
        await using var world = await World.StartAsync();
        var press = world.Ann.Press(await world.ShowButtonAsync(), "Go");
        var input = Some.Input();
        input["min_length"] = 2;
        input["max_length"] = 5;
        await world.Bot.RespondAsync(press, 9, Some.Modal(Some.Row(input)));

        Assert.Throws<NotPossibleException>(() => world.Ann.Submit(press, ("Words", "")));
        Assert.Throws<NotPossibleException>(() => world.Ann.Submit(press, ("Words", "x")));
        Assert.Throws<NotPossibleException>(() => world.Ann.Submit(press, ("Words", "xxxxxx")));
        Assert.Throws<NotPossibleException>(() => world.Ann.Submit(press, ("No such box", "xxx")));
        var submit = world.Ann.Submit(press, ("Words", "xxx"));
        await world.Bot.RespondAsync(submit, 6);
        Assert.Throws<NotPossibleException>(() => world.Ann.Submit(press, ("Words", "xxx")));
    }

    [Fact]
    public async Task A_form_of_labels_is_filled_and_sent_in_its_own_shape()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        var press = world.Ann.Press(await world.ShowButtonAsync(), "Go");
        var modal = Some.Modal(
            new System.Text.Json.Nodes.JsonObject { ["type"] = 18, ["label"] = "Say", ["component"] = new System.Text.Json.Nodes.JsonObject { ["type"] = 4, ["custom_id"] = "say", ["style"] = 1 } },
            new System.Text.Json.Nodes.JsonObject { ["type"] = 18, ["label"] = "Pick", ["component"] = Some.Select() });
        Assert.Equal(204, (await world.Bot.RespondAsync(press, 9, modal)).Status);
        world.Ann.Submit(press, ("Say", "Hi"), ("Pick", "1"));

        await socket.NextAsync("INTERACTION_CREATE");
        var sent = (await socket.NextAsync("INTERACTION_CREATE"))["data"]!["components"]!;
        Assert.Equal("Hi", sent[0]!["component"]!["value"]!.ToString());
        Assert.Equal("""["1"]""", sent[1]!["component"]!["values"]!.ToJsonString());
    }

    [Fact]
    public async Task A_wait_ends_when_it_happens_and_says_when_it_did_not()
    {
        await using var world = await World.StartAsync();
        var waiting = world.Ann.WaitForAsync(message => message.Content == "Press");
        await world.ShowButtonAsync();

        Assert.Equal("Press", (await waiting).Content);
        await Assert.ThrowsAsync<TimeoutException>(() => world.Ann.WaitForAsync(message => message.Content == "Never", TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task What_a_person_types_edits_and_deletes_reaches_a_bot_that_listens_to_direct_messages()
    {
        await using var world = await World.StartAsync();
        using var listening = await RawSocket.ReadyAsync(world.Server, GatewayIntents.DirectMessages);
        var typed = world.Ann.Type("first");
        world.Ann.Edit(typed, "second");
        world.Ann.Delete(typed);

        Assert.Equal(["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"], await listening.EventsBeforeAckAsync());
        Assert.Empty(world.Ann.Direct);
    }
}
