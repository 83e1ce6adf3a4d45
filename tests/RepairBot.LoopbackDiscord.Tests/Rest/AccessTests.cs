using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Rest;

/// <summary>Who is let in, and what is said of mistakes on the way.</summary>
public sealed class AccessTests
{
    [Theory]
    [InlineData("users/@me")]
    [InlineData("gateway/bot")]
    [InlineData("applications/@me")]
    [InlineData("oauth2/applications/@me")]
    [InlineData("users/@me/guilds")]
    public async Task A_wrong_token_is_401_and_the_right_one_200(string path)
    {
        await using var world = await World.StartAsync();
        using var stranger = new RawBot(world.Server, token: "wrong");
        var refused = await stranger.GetAsync(path);

        Assert.Equal((401, 0), (refused.Status, refused.Code));
        Assert.Equal(200, (await world.Bot.GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_gateways_address_is_open_to_all()
    {
        await using var world = await World.StartAsync();
        using var stranger = new RawBot(world.Server, token: "wrong");

        Assert.Equal(world.Server.GatewayUrl.AbsoluteUri.TrimEnd('/'), (await stranger.GetAsync("gateway")).Text("url"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("curl/8.0")]
    [InlineData("DiscordBot")]
    public async Task Without_discords_user_agent_nothing_passes(string? agent)
    {
        await using var world = await World.StartAsync();
        using var rude = new RawBot(world.Server, agent: agent);
        var refused = await rude.GetAsync("gateway");

        Assert.Equal((403, 40333), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task The_user_agent_can_be_left_out_where_a_test_says_so()
    {
        await using var world = await World.StartAsync(new LoopbackOptions { NeedsUserAgent = false });
        using var rude = new RawBot(world.Server, agent: null);

        Assert.Equal(200, (await rude.GetAsync("gateway")).Status);
    }

    [Fact]
    public async Task A_token_that_was_reset_is_worth_nothing_and_the_new_one_is()
    {
        await using var world = await World.StartAsync();
        var token = world.Server.Gateway.ResetToken();
        using var renewed = new RawBot(world.Server, token);

        Assert.Equal(401, (await world.Bot.GetAsync("users/@me")).Status);
        Assert.Equal(200, (await renewed.GetAsync("users/@me")).Status);
        Assert.Equal(token, world.Server.Token);
    }

    [Fact]
    public async Task Unknown_routes_broken_json_and_wrong_types_are_said_so()
    {
        await using var world = await World.StartAsync();
        var path = $"channels/{await world.DirectAsync()}/messages";

        Assert.Equal((404, 0), ((await world.Bot.GetAsync("cats")).Status, (await world.Bot.GetAsync("cats")).Code));
        Assert.Equal(50109, (await world.Bot.PostAsync(path, "{ not json")).Code);
        Assert.Equal(["BASE_TYPE_STRING"], (await world.Bot.PostAsync(path, """{ "content": 5 }""")).ErrorsAt("content"));
        Assert.Equal(["LIST_TYPE_CONVERT"], (await world.Bot.PostAsync(path, """{ "embeds": 5 }""")).ErrorsAt("embeds"));
        Assert.Equal(["NUMBER_TYPE_COERCE"], (await world.Bot.GetAsync("channels/five")).ErrorsAt("channel_id"));
    }

    [Fact]
    public async Task The_application_says_which_intents_it_was_granted()
    {
        await using var plain = await World.StartAsync();
        await using var granted = await World.StartAsync(new LoopbackOptions { PrivilegedIntents = GatewayIntents.MessageContent });

        Assert.Equal("0", (await plain.Bot.GetAsync("applications/@me")).Text("flags"));
        Assert.Equal($"{1 << 19}", (await granted.Bot.GetAsync("applications/@me")).Text("flags"));
    }
}
