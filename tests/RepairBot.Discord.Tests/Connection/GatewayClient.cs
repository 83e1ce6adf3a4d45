using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Discord.Connection;
using RepairBot.Discord.Http;
using RepairBot.LoopbackDiscord;

namespace RepairBot.Discord.Tests.Connection;

/// <summary>The real library with the bot's own socket, against a Discord on loopback.</summary>
internal sealed class GatewayClient : IAsyncDisposable
{
    private readonly DiscordSocketClient client;
    private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource beat = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GatewayClient(LoopbackServer discord, TimeProvider time)
    {
        Watch = new GatewayWatch(time, NullLogger<GatewayWatch>.Instance);
        client = new DiscordSocketClient(new DiscordSocketConfig
        {
            GatewayIntents = global::Discord.GatewayIntents.DirectMessages,
            RestClientProvider = RestGuard.Provider(discord.ApiBaseUrl, time, Watch.NoteTokenRefused),
            WebSocketProvider = GuardedSocket.Provider(new IdentifyBudget(time, file: null, NullLogger<IdentifyBudget>.Instance), Watch, discord.GatewayUrl, time),
            MaxWaitBetweenGuildAvailablesBeforeReady = 0,
        });
        Watch.Watch(client);
        client.Connected += () =>
        {
            connected.TrySetResult();
            return Task.CompletedTask;
        };
        client.LatencyUpdated += (_, _) =>
        {
            beat.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public GatewayWatch Watch { get; }

    /// <summary>Completes when the library has read that its session is ready. Discord knows so earlier; a line dropped in between has nothing to resume.</summary>
    public Task Connected => connected.Task;

    /// <summary>Completes when the library has connected and a heartbeat was answered.</summary>
    public Task Beat => Task.WhenAll(connected.Task, beat.Task);

    /// <summary>Begins to connect.</summary>
    public static async Task<GatewayClient> StartAsync(LoopbackServer discord, TimeProvider? time = null)
    {
        var started = new GatewayClient(discord, time ?? TimeProvider.System);
        await started.client.LoginAsync(TokenType.Bot, discord.Token, validateToken: false);
        await started.client.StartAsync();
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        await client.StopAsync();
        await client.DisposeAsync();
    }
}
