using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Rest;

public sealed class LogTests
{
    [Fact]
    public async Task Each_request_is_there_with_route_status_bucket_and_body()
    {
        await using var world = await World.StartAsync();
        await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", new { content = "Hi", nonce = "n" });
        await world.Bot.PostAsync("channels/5/messages", new { content = "Hi" });
        var requests = world.Server.Log.To("POST", "/channels/{channel_id}/messages");

        Assert.Equal([(200, null), (404, 10003)], requests.Select(request => (request.Status, request.ErrorCode)));
        Assert.Equal(("Hi", "n"), (requests[0].Body!["content"]!.ToString(), requests[0].Nonce));
        Assert.NotNull(requests[0].Bucket);
        Assert.Equal([true, false], requests.Select(request => request.WasCarriedOut));
    }

    [Fact]
    public async Task Writes_of_commands_and_identifies_are_counted()
    {
        await using var world = await World.StartAsync();
        var commands = $"applications/{world.Server.ApplicationId}/commands";
        await world.Bot.GetAsync(commands);
        await world.Bot.PutAsync(commands, Array.Empty<object>());
        using var socket = await RawSocket.ReadyAsync(world.Server);

        Assert.Equal("PUT", Assert.Single(world.Server.Log.CommandWrites).Method);
        Assert.Equal(1, world.Server.Log.Identifies);
        Assert.Contains(world.Server.Log.Frames, frame => frame is { IsFromBot: false, Opcode: Opcode.Dispatch, Event: "READY", Seq: 1 });
    }
}
