using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>One socket: sends in order, reads payloads and hands them to the protocol.</summary>
internal sealed class GatewayConnection(DiscordState state, WebSocket socket, HttpContext http, int number, SocketFrames frames) : IDisposable
{
    private const int LargestPayload = 4096;
    private const int NoCode = 1005;
    private static readonly TimeSpan CloseHandshake = TimeSpan.FromSeconds(2);
    private readonly Channel<(string? Payload, CloseCode? Close)> outbox = Channel.CreateUnbounded<(string?, CloseCode?)>();
    private readonly Counter sends = new(state.Options.Limits.GatewaySends, state.Options.WireTime);
    private readonly CancellationTokenSource closing = new();

    public int Number => number;

    public GatewaySession? Session { get; set; }

    public DateTimeOffset LastBeatAt { get; set; } = state.Options.WireTime.GetUtcNow();

    public bool IsClosed { get; private set; }

    /// <summary>Queues a payload.</summary>
    public void Send(Opcode opcode, string payload, string? name = null, int? seq = null)
    {
        state.Log.Add(new Traffic.LoggedFrame(number, IsFromBot: false, opcode, name, seq, payload));
        outbox.Writer.TryWrite((payload, null));
    }

    public void Send(Opcode opcode, JsonNode? data) => Send(opcode, $$"""{"t":null,"s":null,"op":{{(int)opcode}},"d":{{data?.ToJsonString() ?? "null"}}}""");

    /// <summary>Closes after what is queued was sent.</summary>
    public void Close(CloseCode code)
    {
        if (!IsClosed)
        {
            state.Log.Add(new Traffic.LoggedClose(number, IsByBot: false, (int)code));
            SayGoodbye(code);
        }
    }

    /// <summary>Cuts the line without a word.</summary>
    public void Drop()
    {
        IsClosed = true;
        outbox.Writer.TryComplete();
        socket.Abort();
        http.Abort();
    }

    /// <summary>The line is gone, whoever ended it.</summary>
    public void End() => IsClosed = true;

    /// <summary>Serves the socket until it ends.</summary>
    public async Task RunAsync(Action<JsonObject> received)
    {
        var sender = SendAllAsync();
        try
        {
            await ReceiveAllAsync(received);
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or IOException)
        {
            // The line broke: the session goes on without it.
        }
        finally
        {
            outbox.Writer.TryComplete();
            await sender;
        }
    }

    public void Dispose() => closing.Dispose();

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var (payload, close) in outbox.Reader.ReadAllAsync())
            {
                if (close is { } code)
                {
                    closing.CancelAfter(CloseHandshake);
                    await socket.CloseOutputAsync((WebSocketCloseStatus)(int)code, code.ToString(), CancellationToken.None);
                    return;
                }

                var (bytes, type) = frames.Encode(payload!);
                await socket.SendAsync(bytes, type, endOfMessage: true, http.RequestAborted);
            }
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Nobody is there to read it.
        }
    }

    private async Task ReceiveAllAsync(Action<JsonObject> received)
    {
        var buffer = new byte[LargestPayload + 1];
        var filled = 0;
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(filled), closing.Token);
            if (result.MessageType is WebSocketMessageType.Close)
            {
                OnClosedByBot();
                return;
            }

            filled += result.Count;
            if (filled > LargestPayload)
            {
                Close(CloseCode.DecodeError);
                filled = 0;
            }
            else if (result.EndOfMessage)
            {
                Read(buffer.AsSpan(0, filled), received);
                filled = 0;
            }
        }
    }

    private void Read(ReadOnlySpan<byte> bytes, Action<JsonObject> received)
    {
        if (IsClosed)
        {
            return;
        }

        lock (state.Gate)
        {
            if (!sends.TryTake())
            {
                Close(CloseCode.RateLimited);
            }
            else if (Parse(bytes) is { } payload)
            {
                state.Log.Add(new Traffic.LoggedFrame(number, IsFromBot: true, (Opcode)(int)payload["op"]!, null, null, payload.ToJsonString()));
                received(payload);
                state.Changed.Pulse();
            }
            else
            {
                Close(CloseCode.DecodeError);
            }
        }
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) is JsonObject payload && payload["op"] is JsonValue op && op.TryGetValue(out int _) ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void OnClosedByBot()
    {
        lock (state.Gate)
        {
            var code = (int?)socket.CloseStatus ?? NoCode;
            if (IsClosed)
            {
                return;
            }

            state.Log.Add(new Traffic.LoggedClose(number, IsByBot: true, code));
            if (code is (int)CloseCode.Normal or (int)CloseCode.GoingAway)
            {
                Session?.End();
            }

            // A close without a code cannot be answered with none.
            SayGoodbye(code is NoCode ? CloseCode.Normal : (CloseCode)code);
        }
    }

    private void SayGoodbye(CloseCode code)
    {
        IsClosed = true;
        outbox.Writer.TryWrite((null, code));
        outbox.Writer.TryComplete();
    }
}
