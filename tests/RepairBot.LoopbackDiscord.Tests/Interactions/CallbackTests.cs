using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;
using RepairBot.Testing.Time;

namespace RepairBot.LoopbackDiscord.Tests.Interactions;

/// <summary>One initial response, of a type that suits, within three seconds.</summary>
public sealed class CallbackTests
{
    private static readonly object Words = new { content = "Hello" };

    [Theory]
    [InlineData(2.9, 204)]
    [InlineData(3.1, 404)]
    public async Task The_initial_response_is_taken_for_three_seconds(double seconds, int status)
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { Time = time });
        var command = await world.RunAsync();
        time.Advance(TimeSpan.FromSeconds(seconds));
        var answer = await world.Bot.RespondAsync(command, 4, Words);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 404 ? 10062 : null, answer.Code);
        Assert.Equal(status == 404 ? InteractionState.Failed : InteractionState.Acknowledged, command.State);
    }

    [Fact]
    public async Task The_second_initial_response_is_refused()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();
        Assert.Equal(204, (await world.Bot.RespondAsync(command, 5)).Status);

        foreach (var type in new[] { 4, 5, 9 })
        {
            var second = await world.Bot.RespondAsync(command, type, type == 9 ? Some.Modal() : Words);
            Assert.Equal((400, 40060), (second.Status, second.Code));
        }
    }

    [Fact]
    public async Task An_unknown_interaction_or_a_wrong_token_is_10062()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();

        Assert.Equal(10062, (await world.Bot.PostAsync($"interactions/{command.Id}/wrong/callback", new { type = 5 })).Code);
        Assert.Equal(10062, (await world.Bot.PostAsync($"interactions/1/{command.Token}/callback", new { type = 5 })).Code);
        Assert.Equal(InteractionState.Waiting, command.State);
    }

    [Fact]
    public async Task A_refused_response_leaves_room_for_a_good_one()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();

        Assert.Equal(50006, (await world.Bot.RespondAsync(command, 4, new { content = " " })).Code);
        Assert.Equal(204, (await world.Bot.RespondAsync(command, 4, Words)).Status);
    }

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 400)]
    [InlineData(4, 204)]
    [InlineData(5, 204)]
    [InlineData(6, 400)]
    [InlineData(7, 400)]
    [InlineData(8, 400)]
    [InlineData(9, 204)]
    [InlineData(12, 400)]
    public async Task A_command_is_answered_by_a_message_a_deferral_or_a_form(int type, int status)
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.RespondAsync(await world.RunAsync(), type, type == 9 ? Some.Modal() : type == 5 ? null : Words);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 400 ? 50035 : null, answer.Code);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(9)]
    public async Task A_press_may_also_update_the_message_it_is_on(int type)
    {
        await using var world = await World.StartAsync();
        var press = world.Ann.Press(await world.ShowButtonAsync(), "Go");

        Assert.Equal(204, (await world.Bot.RespondAsync(press, type, type switch { 9 => Some.Modal(), 4 or 7 => Words, _ => null })).Status);
        Assert.Equal(type == 7 ? "Hello" : "Press", world.Ann.Direct[0].Content);
    }

    [Theory]
    [InlineData(4, 204)]
    [InlineData(6, 204)]
    [InlineData(7, 204)]
    [InlineData(9, 400)]
    public async Task A_form_is_never_answered_by_a_form(int type, int status)
    {
        await using var world = await World.StartAsync();
        var press = world.Ann.Press(await world.ShowButtonAsync(), "Go");
        await world.Bot.RespondAsync(press, 9, Some.Modal());
        var submit = world.Ann.Submit(press, ("Words", "Hi"));

        Assert.Equal(status, (await world.Bot.RespondAsync(submit, type, type switch { 9 => Some.Modal(), 6 => null, _ => Words })).Status);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public async Task A_form_that_a_command_opened_has_no_message_to_update(int type)
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();
        await world.Bot.RespondAsync(command, 9, Some.Modal());
        var submit = world.Ann.Submit(command, ("Words", "Hi"));

        Assert.Equal(50035, (await world.Bot.RespondAsync(submit, type, Words)).Code);
        Assert.Equal(204, (await world.Bot.RespondAsync(submit, 4, Words)).Status);
    }

    [Fact]
    public async Task A_deferral_carries_no_flag_but_ephemeral()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();

        Assert.Equal(50035, (await world.Bot.RespondAsync(command, 5, new { flags = 64 | 4096 })).Code);
        Assert.Equal(204, (await world.Bot.RespondAsync(command, 5, new { flags = 64 })).Status);
        Assert.True(world.Ann.Ephemeral.Single().IsThinking);
    }

    [Fact]
    public async Task With_response_gives_the_message()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();
        var answer = await world.Bot.PostAsync($"interactions/{command.Id}/{command.Token}/callback?with_response=true", new { type = 4, data = new { content = "Hello", flags = 64 } });

        Assert.Equal(200, answer.Status);
        Assert.Equal($"{command.Message!.Id}", answer.Body!["resource"]!["message"]!["id"]!.ToString());
        Assert.True((bool)answer.Body["interaction"]!["response_message_ephemeral"]!);
    }

    [Fact]
    public async Task Autocomplete_choices_answer_nothing_else()
    {
        await using var world = await World.StartAsync();
        var press = world.Ann.Press(await world.ShowButtonAsync(), "Go");

        Assert.Equal(["INTERACTION_CALLBACK_TYPE_INVALID"], (await world.Bot.RespondAsync(press, 8, new { choices = Array.Empty<object>() })).ErrorsAt("type"));
    }
}
