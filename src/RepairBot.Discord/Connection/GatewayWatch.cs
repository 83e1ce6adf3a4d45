using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace RepairBot.Discord.Connection;

/// <summary>What is known of the connection to the gateway: whether it lives, and whether it ended for good. May be used from many threads.</summary>
internal sealed class GatewayWatch(TimeProvider time, ILogger<GatewayWatch> log)
{
    // Discord wants a heartbeat about every 41 seconds; two that were missed and some slack.
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(150);

    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastBeat;
    private DiscordSocketClient? client;

    /// <summary>Completes with the close code when Discord ended the connection for good.</summary>
    public Task<int> Ended => ended.Task;

    /// <summary>Whether the connection stands and its heartbeats are answered.</summary>
    public bool IsAlive =>
        client is { ConnectionState: ConnectionState.Connected } && time.GetUtcNow().UtcTicks - Interlocked.Read(ref lastBeat) < Alive.Ticks;

    /// <summary>Watches a client from now on.</summary>
    public void Watch(DiscordSocketClient watched)
    {
        client = watched;
        watched.LatencyUpdated += (_, _) =>
        {
            // Raised for every heartbeat that was answered.
            Interlocked.Exchange(ref lastBeat, time.GetUtcNow().UtcTicks);
            return Task.CompletedTask;
        };
    }

    /// <summary>Notes that Discord ended the connection.</summary>
    public void NoteClosed(int code)
    {
        log.GatewayClosed(code);
        if (CloseCode.CureOf(code) is not null)
        {
            ended.TrySetResult(code);
        }
    }

    /// <summary>Notes that Discord refused the token before there was a connection: the same end for good.</summary>
    public void NoteTokenRefused() => ended.TrySetResult(CloseCode.AuthenticationFailed);

    /// <summary>Notes that a new session has to wait.</summary>
    public void NoteHeldBack(TimeSpan wait) => log.SessionHeldBack(wait);
}
