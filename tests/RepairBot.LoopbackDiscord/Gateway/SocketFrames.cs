using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>Payloads as they go over the wire: plain text, or one zlib stream per connection flushed after each.</summary>
internal sealed class SocketFrames : IDisposable
{
    private readonly MemoryStream packed = new();
    private readonly ZLibStream? zlib;

    public SocketFrames(bool isCompressed)
    {
        zlib = isCompressed ? new ZLibStream(packed, CompressionLevel.Fastest) : null;
    }

    public void Dispose()
    {
        zlib?.Dispose();
        packed.Dispose();
    }

    public (byte[] Bytes, WebSocketMessageType Type) Encode(string payload)
    {
        var plain = Encoding.UTF8.GetBytes(payload);
        if (zlib is null)
        {
            return (plain, WebSocketMessageType.Text);
        }

        zlib.Write(plain);
        zlib.Flush();
        var bytes = packed.ToArray();
        packed.SetLength(0);
        return (bytes, WebSocketMessageType.Binary);
    }
}
