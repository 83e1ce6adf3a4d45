using System.Buffers.Binary;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Core.Privacy;

/// <summary>What kind of row a sealed payload belongs to.</summary>
public enum SealKind : byte
{
    /// <summary>A head or a repair.</summary>
    Record = 1,

    /// <summary>A message.</summary>
    Message = 2,

    /// <summary>A reminder.</summary>
    Reminder = 3,

    /// <summary>A platform's reference to a message.</summary>
    Reference = 4,
}

/// <summary>
/// What a payload is bound to. A payload opens only under the very same seal, so that one person's text can't be passed off as another's,
/// nor an old version as the newest.
/// </summary>
/// <param name="Kind">Kind of row.</param>
/// <param name="Person">Under whose key.</param>
/// <param name="Id">Which row of that person.</param>
/// <param name="Version">Which version of the row.</param>
public readonly record struct Seal(SealKind Kind, PersonId Person, long Id, long Version)
{
    internal const int Length = 34;

    /// <summary>For a record as its next version.</summary>
    public static Seal OfRecord(PersonId person, RecordId record, long version) => new(SealKind.Record, person, record.Value, version);

    /// <summary>For a message version.</summary>
    public static Seal OfMessage(PersonId person, MessageId message, long seq) => new(SealKind.Message, person, message.Value, seq);

    /// <summary>For a reminder, bound to its due time in milliseconds.</summary>
    public static Seal OfReminder(PersonId person, ReminderId reminder, DateTimeOffset dueAt) =>
        new(SealKind.Reminder, person, reminder.Value, dueAt.ToUnixTimeMilliseconds());

    /// <summary>For a platform's reference to a message version.</summary>
    public static Seal OfReference(PersonId person, MessageId message, long seq) => new(SealKind.Reference, person, message.Value, seq);

    internal void Write(Span<byte> destination, byte format)
    {
        destination[0] = format;
        destination[1] = (byte)Kind;
        _ = Person.Value.TryWriteBytes(destination[2..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(destination[18..], Id);
        BinaryPrimitives.WriteInt64BigEndian(destination[26..], Version);
    }
}
