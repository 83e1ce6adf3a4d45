using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using LiteDB;
using RepairBot.LiteDb.Rows;

namespace RepairBot.LiteDb.Journaling;

/// <summary>
/// The journal's bytes, format 1, numbers little-endian. Header: 8 bytes of magic, a salt of 8 random bytes. Then records: length of the body
/// (4 bytes), CRC-32C of salt, offset, length and body (4), body. A body begins with its kind: 1 group, 2 checkpoint begins,
/// 3 checkpoint ends. A group goes on with rows: collection (1), key length (1), document length (4; -1 removes the row), key, BSON.
/// </summary>
internal static class JournalFormat
{
    public const int HeaderLength = 16;
    public const int PrefixLength = 8;

    private const byte Group = 1;
    private const byte Begins = 2;
    private const byte Ends = 3;
    private const int RowPrefixLength = 6;
    private const int Removed = -1;

    public static ReadOnlySpan<byte> Magic => "RBJRNL1\n"u8;

    /// <summary>A whole record, prefix and all, for one place in one journal.</summary>
    public static void Write(ArrayBufferWriter<byte> buffer, JournalEntry entry, ulong salt, long offset)
    {
        buffer.GetSpan(PrefixLength);
        buffer.Advance(PrefixLength);
        WriteBody(buffer, entry);

        var record = MemoryMarshal.AsMemory(buffer.WrittenMemory).Span;
        BinaryPrimitives.WriteInt32LittleEndian(record, record.Length - PrefixLength);
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], Checksum(salt, offset, record[PrefixLength..]));
    }

    /// <summary>The body of the record that begins here; empty when it is torn, changed or missing.</summary>
    public static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> rest, ulong salt, long offset)
    {
        if (rest.Length <= PrefixLength)
        {
            return default;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(rest.Span);
        if (length <= 0 || length > rest.Length - PrefixLength)
        {
            return default;
        }

        var body = rest.Slice(PrefixLength, length);
        return BinaryPrimitives.ReadUInt32LittleEndian(rest.Span[4..]) == Checksum(salt, offset, body.Span) ? body : default;
    }

    public static JournalEntry Read(ReadOnlySpan<byte> body) => body[0] switch
    {
        Group => new JournalEntry.Group(ReadRows(body[1..])),
        Begins => new JournalEntry.CheckpointBegins(),
        Ends => new JournalEntry.CheckpointEnds(),
        var kind => throw new InvalidDataException($"The journal holds a record of the unknown kind {kind}."),
    };

    private static void WriteBody(ArrayBufferWriter<byte> buffer, JournalEntry entry)
    {
        buffer.Write([entry switch
        {
            JournalEntry.Group => Group,
            JournalEntry.CheckpointBegins => Begins,
            _ => Ends,
        }]);
        if (entry is JournalEntry.Group group)
        {
            foreach (var (key, document) in group.Changes.Rows)
            {
                WriteRow(buffer, key, document);
            }
        }
    }

    private static void WriteRow(ArrayBufferWriter<byte> buffer, RowKey key, BsonDocument? document)
    {
        var bson = document is null ? [] : BsonSerializer.Serialize(document);
        var prefix = buffer.GetSpan(RowPrefixLength);
        prefix[0] = (byte)key.Table;
        prefix[1] = (byte)key.Bytes.Length;
        BinaryPrimitives.WriteInt32LittleEndian(prefix[2..], document is null ? Removed : bson.Length);
        buffer.Advance(RowPrefixLength);
        buffer.Write(key.Bytes);
        buffer.Write(bson);
    }

    private static RowChanges ReadRows(ReadOnlySpan<byte> rest)
    {
        var changes = new RowChanges();
        while (!rest.IsEmpty)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest[2..]);
            var key = new RowKey((Table)rest[0], rest.Slice(RowPrefixLength, rest[1]).ToArray());
            rest = rest[(RowPrefixLength + rest[1])..];
            if (length == Removed)
            {
                changes.Remove(key);
                continue;
            }

            changes.Put(key, BsonSerializer.Deserialize(rest[..length].ToArray()));
            rest = rest[length..];
        }

        return changes;
    }

    private static uint Checksum(ulong salt, long offset, ReadOnlySpan<byte> body)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, salt);
        crc = BitOperations.Crc32C(crc, (ulong)offset);
        crc = BitOperations.Crc32C(crc, (uint)body.Length);
        var words = MemoryMarshal.Cast<byte, ulong>(body);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var last in body[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return ~crc;
    }
}
