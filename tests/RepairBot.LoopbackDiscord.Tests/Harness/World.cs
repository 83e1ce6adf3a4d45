using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.LoopbackDiscord.Tests.Harness;

/// <summary>A server, a bot that speaks raw HTTP to it, and a person. At the end nothing may have strayed from Discord's description.</summary>
internal sealed class World : IAsyncDisposable
{
    private World(LoopbackServer server)
    {
        Server = server;
        Bot = new RawBot(server);
        Ann = server.AddUser("ann");
    }

    public LoopbackServer Server { get; }

    public RawBot Bot { get; }

    public LoopbackUser Ann { get; }

    public static async Task<World> StartAsync(LoopbackOptions? options = null) => new(await LoopbackServer.StartAsync(options));

    /// <summary>The direct messages with Ann, opened by the bot.</summary>
    public async Task<string> DirectAsync() => (await Bot.PostAsync("users/@me/channels", new { recipient_id = $"{Ann.Id}" })).Text("id");

    /// <summary>Registers a plain command in the guild and lets Ann run it.</summary>
    public async Task<UserInteraction> RunAsync(string name = "repair")
    {
        await Bot.PostAsync($"applications/{Server.ApplicationId}/commands", new { name, description = "Repair" });
        return Ann.Run(Server.Guild, name);
    }

    /// <summary>A message with that button in Ann's direct messages, as she sees it.</summary>
    public async Task<ShownMessage> ShowButtonAsync(string customId = "go")
    {
        var direct = await DirectAsync();
        await Bot.PostAsync($"channels/{direct}/messages", new { content = "Press", components = new[] { Some.Row(Some.Button(customId)) } });
        return Ann.Direct[^1];
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Bot.Dispose();
        Assert.Empty(Server.Description.Violations);
    }
}
