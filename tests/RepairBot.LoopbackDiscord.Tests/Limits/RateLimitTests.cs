using System.Globalization;
using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.Testing.Time;

namespace RepairBot.LoopbackDiscord.Tests.Limits;

public sealed class RateLimitTests
{
    private static readonly object Words = new { content = "Hi" };

    [Fact]
    public async Task A_bucket_counts_down_and_refuses_until_its_reset()
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { WireTime = time });
        var path = $"channels/{await world.DirectAsync()}/messages";
        var left = new List<string>();
        for (var sent = 0; sent < 5; sent++)
        {
            left.Add((await world.Bot.PostAsync(path, Words)).Headers["X-RateLimit-Remaining"]);
        }

        var refused = await world.Bot.PostAsync(path, Words);
        time.Advance(TimeSpan.FromSeconds(5));
        var taken = await world.Bot.PostAsync(path, Words);

        Assert.Equal(["4", "3", "2", "1", "0"], left);
        Assert.Equal(429, refused.Status);
        Assert.Equal(("user", "5", "5.000"), (refused.Headers["X-RateLimit-Scope"], refused.Headers["Retry-After"], refused.Headers["X-RateLimit-Reset-After"]));
        Assert.Equal(5, (double)refused.Body!["retry_after"]!);
        Assert.False((bool)refused.Body["global"]!);
        Assert.Equal(200, taken.Status);
        Assert.Equal(6, world.Ann.Direct.Count);
    }

    [Fact]
    public async Task Each_channel_has_a_bucket_of_its_own()
    {
        await using var world = await World.StartAsync(new LoopbackOptions { WireTime = new ManualTime() });
        var path = $"channels/{await world.DirectAsync()}/messages";
        for (var sent = 0; sent < 6; sent++)
        {
            await world.Bot.PostAsync(path, Words);
        }

        var other = await world.Bot.PostAsync($"channels/{world.Server.Guild.ChannelId}/messages", Words);
        Assert.Equal((200, "4"), (other.Status, other.Headers["X-RateLimit-Remaining"]));
        Assert.Equal(world.Server.Log.Requests[^1].Bucket, other.Headers["X-RateLimit-Bucket"]);
    }

    [Fact]
    public async Task Fifty_requests_a_second_are_allowed_in_all_and_interactions_are_not_counted()
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { WireTime = time });
        var command = await world.RunAsync();
        time.Advance(TimeSpan.FromSeconds(2));
        for (var sent = 0; sent < 50; sent++)
        {
            Assert.Equal(200, (await world.Bot.GetAsync("users/@me")).Status);
        }

        var refused = await world.Bot.GetAsync("users/@me");
        Assert.Equal((429, "true", "global"), (refused.Status, refused.Headers["X-RateLimit-Global"], refused.Headers["X-RateLimit-Scope"]));
        Assert.True((bool)refused.Body!["global"]!);
        Assert.Equal(204, (await world.Bot.RespondAsync(command, 4, Words)).Status);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await world.Bot.GetAsync("users/@me")).Status);
    }

    [Fact]
    public async Task Headers_and_limits_can_be_switched_off()
    {
        await using var world = await World.StartAsync(new LoopbackOptions { WireTime = new ManualTime() });
        world.Server.RateLimits.HaveHeaders = false;
        var path = $"channels/{await world.DirectAsync()}/messages";
        for (var sent = 0; sent < 5; sent++)
        {
            await world.Bot.PostAsync(path, Words);
        }

        var refused = await world.Bot.PostAsync(path, Words);
        Assert.Equal(429, refused.Status);
        Assert.DoesNotContain(refused.Headers.Keys, name => name.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase) || name == "Retry-After");
        world.Server.RateLimits.AreEnforced = false;
        Assert.Equal(200, (await world.Bot.PostAsync(path, Words)).Status);
    }

    [Fact]
    public async Task Callbacks_have_a_bucket_only_when_a_test_gives_them_one()
    {
        await using var world = await World.StartAsync();
        Assert.DoesNotContain("X-RateLimit-Limit", (await world.Bot.RespondAsync(await world.RunAsync(), 4, Words)).Headers.Keys);
        world.Server.RateLimits.Buckets["POST /interactions/{interaction_id}/{interaction_token}/callback"] = new Allowance(5, TimeSpan.FromSeconds(1));
        Assert.Equal("5", (await world.Bot.RespondAsync(await world.RunAsync(), 4, Words)).Headers["X-RateLimit-Limit"]);
    }

    [Fact]
    public async Task Too_many_invalid_requests_bring_cloudflares_page()
    {
        await using var world = await World.StartAsync();
        world.Server.RateLimits.InvalidRequests = new Allowance(3, TimeSpan.FromMinutes(10));
        using var stranger = new RawBot(world.Server, token: "wrong");
        for (var sent = 0; sent < 3; sent++)
        {
            Assert.Equal(401, (await stranger.GetAsync("users/@me")).Status);
        }

        var banned = await world.Bot.GetAsync("users/@me");
        Assert.Equal(429, banned.Status);
        Assert.Null(banned.Body);
        Assert.Contains("1015", banned.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reset_is_said_as_seconds_since_the_epoch()
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { WireTime = time });
        var answer = await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", Words);

        var reset = double.Parse(answer.Headers["X-RateLimit-Reset"], CultureInfo.InvariantCulture);
        Assert.Equal(time.GetUtcNow().ToUnixTimeSeconds() + 5, reset, precision: 2);
    }
}
