using System.Buffers.Binary;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.LiteDb.Rows;

/// <summary>
/// Names a row: its collection and its <c>_id</c>, bytes that sort as what they stand for does. Numbers are big-endian with the sign bit
/// turned over, so that the smallest long comes first.
/// </summary>
internal readonly struct RowKey(Table table, byte[] bytes) : IEquatable<RowKey>
{
    private const int PersonLength = 16;

    public Table Table { get; } = table;

    public byte[] Bytes { get; } = bytes;

    /// <summary>Whose row it is, where keys begin with the person.</summary>
    public PersonId Person => new(new Guid(Bytes.AsSpan(0, PersonLength), bigEndian: true));

    /// <summary>Which row of the person, where that follows.</summary>
    public long Id => ReadNumber(Bytes.AsSpan(PersonLength));

    public static RowKey Of(Table table, PersonId person)
    {
        var bytes = new byte[PersonLength];
        WritePerson(bytes, person);
        return new RowKey(table, bytes);
    }

    public static RowKey Of(Table table, PersonId person, long id)
    {
        var bytes = new byte[PersonLength + sizeof(long)];
        WritePerson(bytes, person);
        WriteNumber(bytes.AsSpan(PersonLength), id);
        return new RowKey(table, bytes);
    }

    public static RowKey Of(IdentityHash identity) => new(Table.Identities, identity.Bytes.ToArray());

    public static RowKey OfRecord(PersonId person, RecordId record) => Of(Table.Records, person, record.Value);

    public static RowKey OfMessage(PersonId person, MessageId message) => Of(Table.Messages, person, message.Value);

    public static RowKey OfReminder(PersonId person, ReminderId reminder) => Of(Table.Reminders, person, reminder.Value);

    /// <summary>A reminder's place in due order: the time, then the reminder's own key.</summary>
    public static RowKey OfDue(long due, RowKey reminder)
    {
        var bytes = new byte[sizeof(long) + reminder.Bytes.Length];
        WriteNumber(bytes, due);
        reminder.Bytes.CopyTo(bytes, sizeof(long));
        return new RowKey(Table.Due, bytes);
    }

    /// <summary>The time and the reminder that <see cref="OfDue"/> put together.</summary>
    public (long Due, RowKey Reminder) SplitDue() =>
        (ReadNumber(Bytes), new RowKey(Table.Reminders, Bytes[sizeof(long)..]));

    public bool Equals(RowKey other) => Table == other.Table && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Table);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    private static void WritePerson(Span<byte> bytes, PersonId person) => _ = person.Value.TryWriteBytes(bytes, bigEndian: true, out _);

    private static void WriteNumber(Span<byte> bytes, long value) => BinaryPrimitives.WriteInt64BigEndian(bytes, value ^ long.MinValue);

    private static long ReadNumber(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64BigEndian(bytes) ^ long.MinValue;
}
