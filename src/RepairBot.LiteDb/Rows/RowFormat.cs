using System.Buffers;
using System.Buffers.Binary;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.LiteDb.Rows;

/// <summary>
/// Rows as bytes, format 1, numbers little-endian: collection (1), key length (1), length of the rest or -1 for a row that goes (4), key, rest.
/// The rest is: of an identity the person (16); of a person the hashes; of a record the version (8) and the payload; of a message seq (8),
/// number (8), reference's seq (8), settled (1), reference length (4), reference and payload; of a reminder the due time (8) and the payload.
/// </summary>
internal static class RowFormat
{
    private const int PrefixLength = 6;
    private const int MessageLength = 29;
    private const int Removed = -1;

    public static void Write(IBufferWriter<byte> buffer, RowKey key, Row? row)
    {
        Span<byte> fields = stackalloc byte[MessageLength];
        ReadOnlySpan<byte> first = default;
        ReadOnlySpan<byte> last = default;
        switch (row)
        {
            case Row.Identity identity:
                fields = fields[..16];
                _ = identity.Owner.Value.TryWriteBytes(fields, bigEndian: true, out _);
                break;
            case Row.Person person:
                fields = default;
                last = person.Identities;
                break;
            case Row.Record record:
                fields = fields[..sizeof(long)];
                BinaryPrimitives.WriteInt64LittleEndian(fields, record.Value.Version);
                last = record.Value.Payload.Span;
                break;
            case Row.Message message:
                WriteFields(fields, message);
                first = message.Value.Reference.Span;
                last = message.Value.Payload.Span;
                break;
            case Row.Reminder reminder:
                fields = fields[..sizeof(long)];
                BinaryPrimitives.WriteInt64LittleEndian(fields, reminder.Due);
                last = reminder.Payload;
                break;
            default:
                WritePrefix(buffer, key, Removed);
                return;
        }

        WritePrefix(buffer, key, fields.Length + first.Length + last.Length);
        buffer.Write(fields);
        buffer.Write(first);
        buffer.Write(last);
    }

    /// <summary>Rows one behind the other, each with its key; null for one that goes.</summary>
    public static List<KeyValuePair<RowKey, Row?>> ReadAll(ReadOnlySpan<byte> rest)
    {
        var rows = new List<KeyValuePair<RowKey, Row?>>();
        while (!rest.IsEmpty)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest[2..]);
            var key = new RowKey((Table)rest[0], rest.Slice(PrefixLength, rest[1]).ToArray());
            rest = rest[(PrefixLength + rest[1])..];
            rows.Add(new(key, length == Removed ? null : Read(key, rest[..length])));
            rest = rest[Math.Max(length, 0)..];
        }

        return rows;
    }

    private static void WritePrefix(IBufferWriter<byte> buffer, RowKey key, int length)
    {
        var prefix = buffer.GetSpan(PrefixLength);
        prefix[0] = (byte)key.Table;
        prefix[1] = (byte)key.Bytes.Length;
        BinaryPrimitives.WriteInt32LittleEndian(prefix[2..], length);
        buffer.Advance(PrefixLength);
        buffer.Write(key.Bytes);
    }

    private static void WriteFields(Span<byte> fields, Row.Message message)
    {
        BinaryPrimitives.WriteInt64LittleEndian(fields, message.Value.Seq);
        BinaryPrimitives.WriteInt64LittleEndian(fields[8..], message.Entered);
        BinaryPrimitives.WriteInt64LittleEndian(fields[16..], message.Value.ReferenceSeq);
        fields[24] = message.Value.Settled ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(fields[25..], message.Value.Reference.Length);
    }

    private static Row Read(RowKey key, ReadOnlySpan<byte> rest) => key.Table switch
    {
        Table.Identities => new Row.Identity(new PersonId(new Guid(rest, bigEndian: true))),
        Table.People => new Row.Person(rest.ToArray()),
        Table.Records => new Row.Record(new StoredRecord(
            key.Person, new RecordId(key.Id), BinaryPrimitives.ReadInt64LittleEndian(rest), rest[sizeof(long)..].ToArray())),
        Table.Messages => ReadMessage(key, rest),
        Table.Reminders => new Row.Reminder(BinaryPrimitives.ReadInt64LittleEndian(rest), rest[sizeof(long)..].ToArray()),
        var other => throw new InvalidDataException($"Rows of the collection {other} are in no journal."),
    };

    private static Row.Message ReadMessage(RowKey key, ReadOnlySpan<byte> rest)
    {
        var reference = BinaryPrimitives.ReadInt32LittleEndian(rest[25..]);
        var message = new StoredMessage(
            key.Person,
            new MessageId(key.Id),
            BinaryPrimitives.ReadInt64LittleEndian(rest),
            rest[24] != 0,
            BinaryPrimitives.ReadInt64LittleEndian(rest[16..]),
            rest.Slice(MessageLength, reference).ToArray(),
            rest[(MessageLength + reference)..].ToArray());
        return new Row.Message(message, BinaryPrimitives.ReadInt64LittleEndian(rest[8..]));
    }
}
