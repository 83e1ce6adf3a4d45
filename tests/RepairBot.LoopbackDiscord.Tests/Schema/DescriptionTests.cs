using RepairBot.LoopbackDiscord.Schema;
using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Schema;

/// <summary>Requests and answers are held against Discord's own description, where it is at hand.</summary>
public sealed class DescriptionTests
{
    [SkippableFact]
    public async Task A_request_with_a_field_nobody_knows_is_a_violation()
    {
        await using var server = await StartAsync();
        using var bot = new RawBot(server);
        await bot.PostAsync($"channels/{server.Guild.ChannelId}/messages", new { content = "Hi", contents = "Hi" });

        Assert.Equal(["request POST /channels/{channel_id}/messages /contents: is not in the description"], server.Description.Violations.Select(violation => violation.ToString()));
    }

    [SkippableFact]
    public async Task A_query_nobody_knows_is_a_violation()
    {
        await using var server = await StartAsync();
        using var bot = new RawBot(server);
        await bot.GetAsync($"channels/{server.Guild.ChannelId}/messages?limit=5&page=2");

        Assert.Equal(["request GET /channels/{channel_id}/messages ?page: is not in the description"], server.Description.Violations.Select(violation => violation.ToString()));
    }

    [SkippableFact]
    public async Task A_known_deviation_is_no_violation_and_is_told()
    {
        await using var server = await StartAsync();
        using var bot = new RawBot(server);
        var select = Some.Select();
        select["channel_types"] = null;
        await bot.PostAsync($"channels/{server.Guild.ChannelId}/messages", new { content = "Hi", components = new[] { Some.Row(select) } });

        Assert.Empty(server.Description.Violations);
        Assert.Contains("select menu", Assert.Single(server.Description.Deviations).Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Every_operation_served_is_in_the_description()
    {
        await using var server = await StartAsync();
        var description = ApiDescription.From(DescriptionCheck.FindFile()!);

        Assert.All(server.Operations, operation => Assert.NotNull(description.Operation(operation.Method, operation.Route)));
        Assert.True(server.Operations.Count >= 30);
    }

    [Fact]
    public async Task Where_it_is_switched_off_it_says_so()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { ChecksDescription = false });
        using var bot = new RawBot(server);
        await bot.PostAsync($"channels/{server.Guild.ChannelId}/messages", new { content = "Hi", contents = "Hi" });

        Assert.Equal("the check is switched off", server.Description.SkippedBecause);
        Assert.Empty(server.Description.Violations);
        Assert.Equal(0, server.Description.Checked);
    }

    [Fact]
    public void Each_known_deviation_has_a_reason() =>
        Assert.All(Deviation.Known, deviation => Assert.True(deviation.Reason.Length > 20));

    private static async Task<LoopbackServer> StartAsync()
    {
        var server = await LoopbackServer.StartAsync();
        if (server.Description.SkippedBecause is { } reason)
        {
            await server.DisposeAsync();
            Skip.If(true, reason);
        }

        return server;
    }
}
