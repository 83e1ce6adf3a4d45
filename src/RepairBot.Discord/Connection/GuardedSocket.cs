using System.Text.Json;
using Discord.Net;
using Discord.Net.WebSockets;

namespace RepairBot.Discord.Connection;

/// <summary>
/// Stands between Discord.Net and the gateway's socket: keeps new sessions within the budget, stays away after an end that is for good,
/// and lets the library come back from one that is not. Discord.Net 3.16 by itself begins sessions without an end (measured: about 15,000
/// a day when Discord keeps saying "invalid session"), and for close code 4006 stops for ever.
/// </summary>
internal sealed class GuardedSocket : IWebSocketClient
{
    private const int Identify = 2;

    // Shorter than the library waits for a connection to stand: a session begun after that would be thrown away at once.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly IWebSocketClient inner;
    private readonly IdentifyBudget budget;
    private readonly GatewayWatch watch;
    private readonly Uri? gateway;
    private readonly TimeProvider time;
    private CancellationToken cancelled;
    private volatile bool beginsSession = true;

    /// <param name="inner">The socket.</param>
    /// <param name="budget">How often a session may begin.</param>
    /// <param name="watch">Is told what happens.</param>
    /// <param name="gateway">The one address to connect to, whatever Discord says; null for what Discord says.</param>
    /// <param name="time">The time.</param>
    public GuardedSocket(IWebSocketClient inner, IdentifyBudget budget, GatewayWatch watch, Uri? gateway, TimeProvider time)
    {
        (this.inner, this.budget, this.watch, this.gateway, this.time) = (inner, budget, watch, gateway, time);
        inner.Closed += ClosedByServerAsync;
    }

    /// <inheritdoc/>
    public event Func<byte[], int, int, Task> BinaryMessage
    {
        add => inner.BinaryMessage += value;
        remove => inner.BinaryMessage -= value;
    }

    /// <inheritdoc/>
    public event Func<string, Task> TextMessage
    {
        add => inner.TextMessage += value;
        remove => inner.TextMessage -= value;
    }

    /// <inheritdoc/>
    public event Func<Exception, Task>? Closed;

    /// <summary>For the library's configuration.</summary>
    public static WebSocketProvider Provider(IdentifyBudget budget, GatewayWatch watch, Uri? gateway, TimeProvider time) =>
        () => new GuardedSocket(DefaultWebSocketProvider.Instance(), budget, watch, gateway, time);

    /// <inheritdoc/>
    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    /// <inheritdoc/>
    public void SetCancelToken(CancellationToken cancelToken)
    {
        cancelled = cancelToken;
        inner.SetCancelToken(cancelToken);
    }

    /// <inheritdoc/>
    public async Task ConnectAsync(string host)
    {
        if (watch.Ended.IsCompleted)
        {
            throw new IOException("Discord ended the connection for good.");
        }

        if (beginsSession && budget.Wait() is var wait && wait > TimeSpan.Zero)
        {
            watch.NoteHeldBack(wait);
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, cancelled);
            if (budget.Wait() > TimeSpan.Zero)
            {
                throw new IOException("A new session has to wait.");
            }
        }

        await inner.ConnectAsync(gateway is null ? host : Address(gateway));
    }

    /// <inheritdoc/>
    public Task DisconnectAsync(int closeCode = 1000) => inner.DisconnectAsync(closeCode);

    /// <inheritdoc/>
    public Task SendAsync(byte[] data, int index, int count, bool isText)
    {
        if (OpOf(data.AsSpan(index, count)) != Identify)
        {
            return inner.SendAsync(data, index, count, isText);
        }

        // Whatever comes next is not known to be a resumption until this session has stood.
        if (budget.TryTake())
        {
            beginsSession = false;
            return inner.SendAsync(data, index, count, isText);
        }

        beginsSession = true;
        watch.NoteHeldBack(budget.Wait());

        // Not here: the library may be waiting for this call inside its own receiving.
        _ = Task.Run(() => Closed?.Invoke(new IOException("A new session has to wait.")) ?? Task.CompletedTask);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private Task ClosedByServerAsync(Exception why)
    {
        if (why is WebSocketClosedException { CloseCode: var code })
        {
            watch.NoteClosed(code);
            if (code == CloseCode.SessionNotValid)
            {
                why = new WebSocketClosedException(CloseCode.SessionTimedOut);
            }
        }

        return Closed?.Invoke(why) ?? Task.CompletedTask;
    }

    private static string Address(Uri gateway) => new UriBuilder(gateway) { Query = "v=10&encoding=json" }.Uri.AbsoluteUri;

    private static int OpOf(ReadOnlySpan<byte> frame)
    {
        var json = new Utf8JsonReader(frame);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1)
            {
                var isOp = json.ValueTextEquals("op"u8);
                json.Read();
                if (isOp && json.TokenType == JsonTokenType.Number)
                {
                    return json.GetInt32();
                }

                json.Skip();
            }
        }

        return -1;
    }
}
