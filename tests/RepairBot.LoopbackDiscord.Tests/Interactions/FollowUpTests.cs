using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.Testing.Time;

namespace RepairBot.LoopbackDiscord.Tests.Interactions;

/// <summary>What an interaction's token can do after the initial response, for fifteen minutes.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData(14.9, 200)]
    [InlineData(15.1, 401)]
    public async Task The_token_lives_for_fifteen_minutes(double minutes, int status)
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { Time = time });
        var command = await world.RunAsync();
        await world.Bot.RespondAsync(command, 5, new { flags = 64 });
        time.Advance(TimeSpan.FromMinutes(minutes));

        var edit = await world.Bot.PatchAsync(world.Bot.Webhook(command, "/messages/@original"), new { content = "Late" });
        var followUp = await world.Bot.PostAsync(world.Bot.Webhook(command), new { content = "More" });
        Assert.Equal((status, status), (edit.Status, followUp.Status));
        Assert.Equal(status == 401 ? 50027 : null, followUp.Code);
    }

    [Fact]
    public async Task Before_the_initial_response_there_is_nothing_to_follow_up()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();

        Assert.Equal(10015, (await world.Bot.PostAsync(world.Bot.Webhook(command), new { content = "Early" })).Code);
        Assert.Equal(10015, (await world.Bot.GetAsync(world.Bot.Webhook(command, "/messages/@original"))).Code);
        await world.Bot.RespondAsync(command, 4, new { content = "Now" });
        Assert.Equal("Now", (await world.Bot.GetAsync(world.Bot.Webhook(command, "/messages/@original"))).Text("content"));
    }

    [Fact]
    public async Task The_ephemeral_state_of_a_deferral_cannot_be_changed_later()
    {
        await using var world = await World.StartAsync();
        var hidden = await world.RunAsync();
        await world.Bot.RespondAsync(hidden, 5, new { flags = 64 });
        await world.Bot.PatchAsync(world.Bot.Webhook(hidden, "/messages/@original"), new { content = "Hidden", flags = 0 });
        var open = await world.RunAsync();
        await world.Bot.RespondAsync(open, 5);
        await world.Bot.PatchAsync(world.Bot.Webhook(open, "/messages/@original"), new { content = "Open", flags = 64 });

        Assert.Equal("Hidden", world.Ann.Ephemeral.Single().Content);
        Assert.Equal("Open", world.Server.Guild.Public.Single().Content);
    }

    [Fact]
    public async Task The_first_follow_up_after_a_deferral_fills_it_and_the_next_stands_alone()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();
        await world.Bot.RespondAsync(command, 5, new { flags = 64 });
        await world.Bot.PostAsync(world.Bot.Webhook(command), new { content = "First" });
        await world.Bot.PostAsync(world.Bot.Webhook(command), new { content = "Second", flags = 64 });

        Assert.Equal(["First", "Second"], world.Ann.Ephemeral.Select(message => message.Content));
        Assert.False(world.Ann.Ephemeral[0].IsThinking);
        Assert.Empty(world.Server.Guild.Public);
    }

    [Fact]
    public async Task A_follow_up_is_edited_and_deleted_by_its_id_and_by_its_own_token_only()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();
        await world.Bot.RespondAsync(command, 4, new { content = "One", flags = 64 });
        var id = (await world.Bot.PostAsync(world.Bot.Webhook(command), new { content = "Two", flags = 64 })).Text("id");
        var other = await world.RunAsync();
        await world.Bot.RespondAsync(other, 6 - 1, new { flags = 64 });

        Assert.Equal(10008, (await world.Bot.PatchAsync(world.Bot.Webhook(other, $"/messages/{id}"), new { content = "Mine" })).Code);
        Assert.Equal(200, (await world.Bot.PatchAsync(world.Bot.Webhook(command, $"/messages/{id}"), new { content = "Two again" })).Status);
        Assert.Equal("Two again", world.Ann.Ephemeral.Single(message => $"{message.Id}" == id).Content);
        Assert.Equal(204, (await world.Bot.DeleteAsync(world.Bot.Webhook(command, $"/messages/{id}"))).Status);
        Assert.Equal(10008, (await world.Bot.GetAsync(world.Bot.Webhook(command, $"/messages/{id}"))).Code);
    }

    [Fact]
    public async Task After_a_silent_acknowledgement_the_original_is_the_message_pressed()
    {
        await using var world = await World.StartAsync();
        var press = world.Ann.Press(await world.ShowButtonAsync(), "Go");
        await world.Bot.RespondAsync(press, 6);
        await world.Bot.PatchAsync(world.Bot.Webhook(press, "/messages/@original"), new { content = "Pressed", components = Array.Empty<object>() });

        Assert.Equal("Pressed", world.Ann.Direct.Single().Content);
        Assert.Empty(world.Ann.Direct.Single().Rows);
    }

    [Fact]
    public async Task An_ephemeral_message_is_out_of_reach_of_the_bots_own_token()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();
        await world.Bot.RespondAsync(command, 4, new { content = "Hidden", flags = 64 });
        var message = $"channels/{world.Server.Guild.ChannelId}/messages/{command.Message!.Id}";

        Assert.Equal(10008, (await world.Bot.PatchAsync(message, new { content = "Changed" })).Code);
        Assert.Equal(10008, (await world.Bot.DeleteAsync(message)).Code);
        Assert.Equal(200, (await world.Bot.PatchAsync(world.Bot.Webhook(command, "/messages/@original"), new { content = "Changed" })).Status);
    }

    [Fact]
    public async Task Five_follow_ups_are_allowed_where_only_the_person_installed_the_app()
    {
        await using var world = await World.StartAsync();
        await world.Bot.PostAsync($"applications/{world.Server.ApplicationId}/commands", new { name = "repair", description = "Repair", integration_types = new[] { 0, 1 } });
        world.Ann.HasInstalledApp = true;
        world.Ann.Leave(world.Server.Guild);
        world.Server.RateLimits.AreEnforced = false;
        var command = world.Ann.RunInDirect("repair");
        await world.Bot.RespondAsync(command, 4, new { content = "Hello" });

        for (var sent = 0; sent < 5; sent++)
        {
            Assert.Equal(200, (await world.Bot.PostAsync(world.Bot.Webhook(command), new { content = "More" })).Status);
        }

        Assert.Equal(40094, (await world.Bot.PostAsync(world.Bot.Webhook(command), new { content = "More" })).Code);
    }
}
