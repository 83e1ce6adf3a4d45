using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.Testing.Time;

namespace RepairBot.LoopbackDiscord.Tests.Messages;

public sealed class NonceTests
{
    [Fact]
    public async Task An_enforced_nonce_gives_the_first_message_again_and_makes_no_second()
    {
        await using var world = await World.StartAsync();
        var path = $"channels/{await world.DirectAsync()}/messages";
        var first = await world.Bot.PostAsync(path, new { content = "One", nonce = "n1", enforce_nonce = true });
        var second = await world.Bot.PostAsync(path, new { content = "Two", nonce = "n1", enforce_nonce = true });

        Assert.Equal(first.Text("id"), second.Text("id"));
        Assert.Equal("One", world.Ann.Direct.Single().Content);
        Assert.Equal(2, world.Server.Log.WithNonce("n1").Count);
    }

    [Fact]
    public async Task A_nonce_that_is_not_enforced_makes_a_second_message()
    {
        await using var world = await World.StartAsync();
        var path = $"channels/{await world.DirectAsync()}/messages";
        await world.Bot.PostAsync(path, new { content = "One", nonce = "n1" });
        await world.Bot.PostAsync(path, new { content = "Two", nonce = "n1" });

        Assert.Equal(["One", "Two"], world.Ann.Direct.Select(message => message.Content));
    }

    [Fact]
    public async Task A_nonce_is_forgotten_after_a_few_minutes()
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { Time = time });
        var path = $"channels/{await world.DirectAsync()}/messages";
        await world.Bot.PostAsync(path, new { content = "One", nonce = "n1", enforce_nonce = true });
        time.Advance(TimeSpan.FromMinutes(4));
        await world.Bot.PostAsync(path, new { content = "Two", nonce = "n1", enforce_nonce = true });

        Assert.Equal(2, world.Ann.Direct.Count);
    }

    [Fact]
    public async Task A_nonce_has_at_most_twenty_five_characters()
    {
        await using var world = await World.StartAsync();
        var path = $"channels/{await world.DirectAsync()}/messages";

        Assert.Equal(200, (await world.Bot.PostAsync(path, new { content = "One", nonce = Some.Text(25) })).Status);
        Assert.Equal(["BASE_TYPE_MAX_LENGTH"], (await world.Bot.PostAsync(path, new { content = "One", nonce = Some.Text(26) })).ErrorsAt("nonce"));
    }
}
