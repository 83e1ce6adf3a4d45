using System.Buffers.Binary;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Testing.Storage;

/// <summary>Rows for tests, told apart by small numbers.</summary>
public static class SomeRows
{
    /// <summary>A person.</summary>
    public static PersonId Person(int number) => new(new Guid(number, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    /// <summary>Their identity.</summary>
    public static IdentityHash Identity(int number)
    {
        var bytes = new byte[IdentityHash.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return new IdentityHash(bytes);
    }

    /// <summary>Bytes that look random and are the same for the same number.</summary>
    public static byte[] Payload(int number, int length = 100)
    {
        var bytes = new byte[length];
        new Random(number).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A commit of one record.</summary>
    public static Commit Writing(PersonId person, long record, long expectedVersion, byte[]? payload = null) => new()
    {
        Person = person,
        Records = [new RecordWrite(new RecordId(record), expectedVersion, payload ?? Payload((int)expectedVersion + 1))],
    };

    /// <summary>A commit of one message.</summary>
    public static Commit Saying(PersonId person, long message, long seq, bool settled = false) => new()
    {
        Person = person,
        Messages = [new MessageWrite(new MessageId(message), seq, settled, Payload((int)seq))],
    };

    /// <summary>A commit of one reminder.</summary>
    public static Commit Reminding(PersonId person, long reminder, DateTimeOffset dueAt) => new()
    {
        Person = person,
        Reminders = [new StoredReminder(person, new ReminderId(reminder), dueAt, Payload((int)(reminder % 1000)))],
    };

    /// <summary>A commit that drops one reminder.</summary>
    public static Commit Dropping(PersonId person, long reminder) => new() { Person = person, Dropped = [new ReminderId(reminder)] };
}
