using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RepairBot.Core.Repairs;

/// <summary>
/// The last 64 event keys of a person as 64-bit hashes, each with the range of sequence numbers its turn gave out: enough to answer a
/// repeated event with its first answer, in about a kilobyte.
/// </summary>
[JsonConverter(typeof(RecentEventsJsonConverter))]
public sealed class RecentEvents
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 64;

    private const int EntryBytes = 16;
    private readonly byte[] packed;

    internal RecentEvents(byte[] packed) => this.packed = packed;

    /// <summary>No events.</summary>
    public static RecentEvents None { get; } = new([]);

    internal ReadOnlySpan<byte> Packed => packed;

    /// <summary>The range of sequence numbers a turn gave out: (after, to]; null when the key was not seen lately.</summary>
    public (long After, long To)? Find(string key)
    {
        var hash = HashOf(key);
        for (var at = packed.Length - EntryBytes; at >= 0; at -= EntryBytes)
        {
            var entry = packed.AsSpan(at, EntryBytes);
            if (BinaryPrimitives.ReadUInt64LittleEndian(entry) == hash)
            {
                var to = (long)BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]);
                return (to - BinaryPrimitives.ReadUInt32LittleEndian(entry[12..]), to);
            }
        }

        return null;
    }

    /// <summary>The same with one event more, and without the oldest if there were 64.</summary>
    /// <param name="key">The event's key.</param>
    /// <param name="after">The highest sequence number before the turn.</param>
    /// <param name="to">The highest sequence number after it.</param>
    public RecentEvents With(string key, long after, long to)
    {
        var keep = Math.Min(packed.Length, (Kept - 1) * EntryBytes);
        var next = new byte[keep + EntryBytes];
        packed.AsSpan(packed.Length - keep).CopyTo(next);
        var entry = next.AsSpan(keep);
        BinaryPrimitives.WriteUInt64LittleEndian(entry, HashOf(key));
        BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], checked((uint)to));
        BinaryPrimitives.WriteUInt32LittleEndian(entry[12..], checked((uint)(to - after)));
        return new RecentEvents(next);
    }

    private static ulong HashOf(string key)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Chat.ChatEvent.LongestKey)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}

/// <summary>Writes recent events as base 64.</summary>
public sealed class RecentEventsJsonConverter : JsonConverter<RecentEvents>
{
    /// <inheritdoc/>
    public override RecentEvents Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetBytesFromBase64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RecentEvents value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.Packed);
}
