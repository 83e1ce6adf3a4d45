using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Gateway;

namespace RepairBot.LoopbackDiscord.Tests.Harness;

/// <summary>Speaks to the gateway with nothing between. Every wait ends after a few seconds.</summary>
internal sealed class RawSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ClientWebSocket socket = new();
    private readonly MemoryStream packed = new();
    private ZLibStream? zlib;

    /// <summary>The code the server closed with; null while it has not.</summary>
    public CloseCode? Closed => socket.CloseStatus is { } status ? (CloseCode)(int)status : null;

    public string SessionId { get; private set; } = "";

    public int Seq { get; private set; }

    /// <summary>Connects and takes HELLO.</summary>
    public static async Task<RawSocket> ConnectAsync(LoopbackServer server, string query = "?v=10&encoding=json")
    {
        var raw = new RawSocket();
        if (query.Contains("compress", StringComparison.Ordinal))
        {
            raw.zlib = new ZLibStream(raw.packed, CompressionMode.Decompress);
        }

        await raw.socket.ConnectAsync(new Uri(server.GatewayUrl, query), default);
        return raw;
    }

    /// <summary>Connects, identifies and takes READY.</summary>
    public static async Task<RawSocket> ReadyAsync(LoopbackServer server, GatewayIntents intents = GatewayIntents.None, string query = "?v=10&encoding=json")
    {
        var raw = await ConnectAsync(server, query);
        await raw.NextAsync(Opcode.Hello);
        await raw.IdentifyAsync(server.Token, (int)intents);
        var ready = await raw.NextAsync("READY");
        raw.SessionId = ready["session_id"]!.ToString();
        return raw;
    }

    public Task IdentifyAsync(string token, int? intents, int[]? shard = null) =>
        SendAsync(Opcode.Identify, new { token, intents, shard, properties = new { os = "linux", browser = "raw", device = "raw" } });

    public Task ResumeAsync(string token, string session, int seq) => SendAsync(Opcode.Resume, new { token, session_id = session, seq });

    public Task SendAsync(Opcode opcode, object? data) => SendTextAsync(JsonSerializer.Serialize(new { op = (int)opcode, d = data }));

    public Task SendTextAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);

    /// <summary>The next payload; null when the server closed or the line broke.</summary>
    public async Task<JsonObject?> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
                if (part.MessageType is WebSocketMessageType.Close)
                {
                    return null;
                }

                whole.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    return Read(whole.ToArray());
                }
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>The data of the next payload of that opcode, passing over others.</summary>
    public async Task<JsonNode?> NextAsync(Opcode opcode)
    {
        while (await NextAsync() is { } payload)
        {
            if ((int)payload["op"]! == (int)opcode)
            {
                return payload["d"];
            }
        }

        throw new InvalidOperationException($"The gateway closed with {Closed} before {opcode}.");
    }

    /// <summary>The data of the next event of that name, passing over others.</summary>
    public async Task<JsonNode> NextAsync(string name)
    {
        while (await NextAsync() is { } payload)
        {
            if (payload["t"]?.ToString() == name)
            {
                return payload["d"]!;
            }
        }

        throw new InvalidOperationException($"The gateway closed with {Closed} before {name}.");
    }

    /// <summary>Reads on until the server closes, and says with which code.</summary>
    public async Task<CloseCode?> UntilClosedAsync()
    {
        while (await NextAsync() is not null)
        {
            // Only the end matters.
        }

        return Closed;
    }

    /// <summary>What the gateway says next that is no event: everything sent before it was seen by then.</summary>
    public async Task<IReadOnlyList<string>> EventsBeforeAckAsync()
    {
        await SendAsync(Opcode.Heartbeat, Seq);
        var names = new List<string>();
        while (await NextAsync() is { } payload && (int)payload["op"]! != (int)Opcode.HeartbeatAck)
        {
            names.Add(payload["t"]!.ToString());
        }

        return names;
    }

    public Task CloseAsync(int code) => socket.CloseAsync((WebSocketCloseStatus)code, "bye", default);

    public void Abort() => socket.Abort();

    public void Dispose()
    {
        socket.Dispose();
        zlib?.Dispose();
        packed.Dispose();
    }

    private JsonObject Read(byte[] bytes)
    {
        if (zlib is not null)
        {
            packed.SetLength(0);
            packed.Write(bytes);
            packed.Position = 0;
            using var plain = new MemoryStream();
            var buffer = new byte[16 * 1024];
            int count;
            while ((count = zlib.Read(buffer)) > 0)
            {
                plain.Write(buffer, 0, count);
            }

            bytes = plain.ToArray();
        }

        var payload = (JsonObject)JsonNode.Parse(bytes)!;
        Seq = (int?)payload["s"] ?? Seq;
        return payload;
    }
}
