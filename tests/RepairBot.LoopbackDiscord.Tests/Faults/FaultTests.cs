using System.Diagnostics;
using RepairBot.LoopbackDiscord.Faults;
using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Faults;

/// <summary>What goes wrong with a request when a test says so.</summary>
public sealed class FaultTests
{
    private const string Messages = "/channels/{channel_id}/messages";
    private static readonly object Words = new { content = "Hi" };

    [Fact]
    public async Task A_fault_meets_so_many_requests_of_its_route_after_so_many()
    {
        await using var world = await World.StartAsync();
        var path = $"channels/{await world.DirectAsync()}/messages";
        world.Server.Faults.On("POST", Messages, Fault.BadGateway, times: 2, skip: 1);
        var statuses = new List<int>();
        for (var sent = 0; sent < 4; sent++)
        {
            statuses.Add((await world.Bot.PostAsync(path, Words)).Status);
        }

        Assert.Equal([200, 502, 502, 200], statuses);
        Assert.Equal(200, (await world.Bot.GetAsync(path)).Status);
        Assert.Equal(2, world.Ann.Direct.Count);
    }

    [Fact]
    public async Task A_502_can_come_after_the_message_was_stored()
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.On("POST", Messages, Fault.BadGatewayAfterwards);
        var answer = await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", Words);

        Assert.Equal((502, null), (answer.Status, answer.Body));
        Assert.Single(world.Ann.Direct);
        Assert.True(world.Server.Log.Requests[^1].WasCarriedOut);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_line_can_be_cut_before_or_after(bool afterwards, int stored)
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.On("POST", Messages, afterwards ? new Fault.Afterwards(new Fault.Drop()) : new Fault.Drop());

        var path = $"channels/{await world.DirectAsync()}/messages";
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => world.Bot.PostAsync(path, Words));
        Assert.Equal(stored, world.Ann.Direct.Count);
        Assert.Null(world.Server.Log.Requests[^1].Status);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_request_can_hang_until_the_client_gives_up(bool afterwards, int stored)
    {
        await using var world = await World.StartAsync();
        var path = $"channels/{await world.DirectAsync()}/messages";
        world.Server.Faults.On("POST", Messages, afterwards ? new Fault.Afterwards(new Fault.Hang()) : new Fault.Hang());
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Bot.SendAsync(HttpMethod.Post, path, Words, patience.Token));
        Assert.Equal(stored, world.Ann.Direct.Count);
    }

    [Fact]
    public async Task A_hanging_request_does_not_keep_the_server_from_stopping()
    {
        var server = await LoopbackServer.StartAsync();
        using var bot = new RawBot(server);
        server.Faults.On("GET", "/gateway", new Fault.Hang());
        var hanging = bot.GetAsync("gateway");
        await server.WaitUntilAsync(() => server.Log.Requests.Count == 1);
        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task A_request_can_be_delayed()
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.On("GET", "/gateway", new Fault.Delay(TimeSpan.FromMilliseconds(150)));
        var watch = Stopwatch.StartNew();

        Assert.Equal(200, (await world.Bot.GetAsync("gateway")).Status);
        Assert.True(watch.ElapsedMilliseconds >= 140, $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData(RateLimitScope.User)]
    [InlineData(RateLimitScope.Global)]
    [InlineData(RateLimitScope.Shared)]
    public async Task A_429_says_whose_limit_it_is(RateLimitScope scope)
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.On("GET", "/users/@me", new Fault.RateLimited(TimeSpan.FromSeconds(1.5), scope));
        var answer = await world.Bot.GetAsync("users/@me");

        Assert.Equal((429, "2"), (answer.Status, answer.Headers["Retry-After"]));
        Assert.Equal(scope.ToString().ToLowerInvariant(), answer.Headers["X-RateLimit-Scope"]);
        Assert.Equal(scope is RateLimitScope.Global, answer.Headers.ContainsKey("X-RateLimit-Global"));
        Assert.Equal(scope is RateLimitScope.Global, (bool)answer.Body!["global"]!);
        Assert.Equal(1.5, (double)answer.Body["retry_after"]!);
        Assert.Equal(scope is not RateLimitScope.Shared, world.Server.Log.Requests[^1].IsInvalid);
    }

    [Fact]
    public async Task A_429_can_come_without_headers()
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.On("GET", "/users/@me", new Fault.RateLimited(TimeSpan.FromSeconds(1), HasHeaders: false));
        var answer = await world.Bot.GetAsync("users/@me");

        Assert.Equal(429, answer.Status);
        Assert.Equal(1, (double)answer.Body!["retry_after"]!);
        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase) || name == "Retry-After");
    }

    [Fact]
    public async Task Cloudflares_ban_is_a_page()
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.On("GET", "/users/@me", Fault.CloudflareBan);
        var answer = await world.Bot.GetAsync("users/@me");

        Assert.Equal((429, null), (answer.Status, answer.Body));
        Assert.Contains("1015", answer.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_can_be_chosen_request_by_request_and_cleared()
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.When(request => request.Number % 2 == 1 ? Fault.BadGateway : null);
        Assert.Equal((502, 200), ((await world.Bot.GetAsync("gateway")).Status, (await world.Bot.GetAsync("gateway")).Status));
        world.Server.Faults.Clear();
        Assert.Equal(200, (await world.Bot.GetAsync("gateway")).Status);
        Assert.Equal([Fault.BadGateway, null, null], world.Server.Log.Requests.Select(request => request.Fault));
    }
}
