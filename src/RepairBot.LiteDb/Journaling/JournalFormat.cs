using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using RepairBot.LiteDb.Rows;

namespace RepairBot.LiteDb.Journaling;

/// <summary>
/// The journal's bytes, format 1, numbers little-endian. Header: 8 bytes of magic, a salt of 8 random bytes. Then records: length of the body
/// (4 bytes), CRC-32C of salt, offset, length and body (4), body. A body begins with its kind: 1 group, 2 checkpoint begins,
/// 3 checkpoint ends. A group goes on with rows (<see cref="RowFormat"/>).
/// </summary>
internal static class JournalFormat
{
    public const int HeaderLength = 16;
    private const int PrefixLength = 8;

    private const byte Group = 1;
    private const byte Begins = 2;
    private const byte Ends = 3;

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

    /// <summary>What a journal holds: the records before the first that is torn, changed or missing.</summary>
    /// <exception cref="InvalidDataException">It is no journal, or of a later format.</exception>
    public static (ulong Salt, IReadOnlyList<JournalEntry> Entries, int Length) Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.Span.StartsWith(Magic))
        {
            throw new InvalidDataException("The journal is no journal of this program.");
        }

        var salt = BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[Magic.Length..]);
        var entries = new List<JournalEntry>();
        var good = HeaderLength;
        while (Body(bytes[good..], salt, good) is { IsEmpty: false } body)
        {
            entries.Add(ReadBody(body.Span));
            good += PrefixLength + body.Length;
        }

        return (salt, entries, good);
    }

    // The body of the record that begins here; empty when it is torn, changed or missing.
    private static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> rest, ulong salt, long offset)
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

    private static JournalEntry ReadBody(ReadOnlySpan<byte> body) => body[0] switch
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
            foreach (var (key, row) in group.Changes.Rows)
            {
                RowFormat.Write(buffer, key, row);
            }
        }
    }

    private static RowChanges ReadRows(ReadOnlySpan<byte> rest)
    {
        var changes = new RowChanges();
        foreach (var (key, row) in RowFormat.ReadAll(rest))
        {
            changes.Rows[key] = row;
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
