using RepairBot.Core.Chat;

namespace RepairBot.Core.Storage;

/// <summary>A keyed hash of a platform identity: 32 bytes.</summary>
public readonly record struct IdentityHash(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Length in bytes (HMAC-SHA-256).</summary>
    public const int Length = 32;

    /// <summary>Compares the bytes.</summary>
    public bool Equals(IdentityHash other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }
}

/// <summary>Names one record of a person: 0 is the head, −1 how to reach them, anything else a repair.</summary>
public readonly record struct RecordId(long Value)
{
    /// <summary>The person's head: settings, focus, recent event ids.</summary>
    public static RecordId Head => default;

    /// <summary>What a platform's adapter keeps about reaching the person.</summary>
    public static RecordId Address => new(-1);

    /// <summary>True for the record of a repair.</summary>
    public bool IsRepair => Value > 0;

    /// <summary>The record of one repair.</summary>
    public static RecordId Of(RepairId repair) => new(repair.Value);
}

/// <summary>A sealed record as it is kept.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Record">Which.</param>
/// <param name="Version">Counts from 1 with each commit; part of what the payload is bound to.</param>
/// <param name="Payload">Sealed bytes.</param>
public sealed record StoredRecord(PersonId Person, RecordId Record, long Version, ReadOnlyMemory<byte> Payload);

/// <summary>A message row as it is kept.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Message">Which.</param>
/// <param name="Seq">The version's place in the person's feed; part of what the payload is bound to.</param>
/// <param name="Settled">True once the platform confirmed this version, or when the feed itself is the platform.</param>
/// <param name="ReferenceSeq">The newest confirmed version, which the reference is bound to; 0 until one is confirmed.</param>
/// <param name="Reference">The platform's sealed reference of the newest confirmed version; empty until one is confirmed.</param>
/// <param name="Payload">Sealed bytes.</param>
public sealed record StoredMessage(
    PersonId Person,
    MessageId Message,
    long Seq,
    bool Settled,
    long ReferenceSeq,
    ReadOnlyMemory<byte> Reference,
    ReadOnlyMemory<byte> Payload);

/// <summary>A reminder row as it is kept.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Reminder">Which.</param>
/// <param name="DueAt">UTC, kept to the millisecond.</param>
/// <param name="Payload">Sealed bytes.</param>
public sealed record StoredReminder(PersonId Person, ReminderId Reminder, DateTimeOffset DueAt, ReadOnlyMemory<byte> Payload);

/// <summary>Everything one turn changes, for one person.</summary>
public sealed record Commit
{
    /// <summary>Whose.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Set with a person's first commit; null afterwards.</summary>
    public IdentityHash? Identity { get; init; }

    /// <summary>Records to write.</summary>
    public IReadOnlyList<RecordWrite> Records { get; init; } = [];

    /// <summary>Records to remove; removing a missing one is no error.</summary>
    public IReadOnlyList<RecordId> Removed { get; init; } = [];

    /// <summary>Messages to insert, or to replace by a newer version. A replaced one keeps its reference.</summary>
    public IReadOnlyList<MessageWrite> Messages { get; init; } = [];

    /// <summary>Reminders to insert or replace; replacing frees the hold.</summary>
    public IReadOnlyList<StoredReminder> Reminders { get; init; } = [];

    /// <summary>Reminders to drop; dropping a missing one is no error.</summary>
    public IReadOnlyList<ReminderId> Dropped { get; init; } = [];

    /// <summary>Every store calls this before it does anything.</summary>
    /// <exception cref="ArgumentException">
    /// A row stands twice, is both written and removed, belongs to somebody else, or the identity has the wrong length.
    /// </exception>
    public static void ThrowIfMalformed(Commit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Identity is { } identity && identity.Bytes.Length != IdentityHash.Length)
        {
            throw new ArgumentException("An identity hash has 32 bytes.", nameof(commit));
        }

        if (commit.Reminders.Any(reminder => reminder.Person != commit.Person))
        {
            throw new ArgumentException("A commit sets reminders of one person only.", nameof(commit));
        }

        if (HasTwice([.. commit.Records.Select(write => write.Record.Value), .. commit.Removed.Select(record => record.Value)])
            || HasTwice([.. commit.Messages.Select(write => write.Message.Value)])
            || HasTwice([.. commit.Reminders.Select(row => row.Reminder.Value), .. commit.Dropped.Select(row => row.Value)]))
        {
            throw new ArgumentException("A commit names each row once.", nameof(commit));
        }
    }

    private static bool HasTwice(ReadOnlySpan<long> ids)
    {
        for (var i = 1; i < ids.Length; i++)
        {
            if (ids[..i].Contains(ids[i]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One record to write.</summary>
/// <param name="Record">Which.</param>
/// <param name="ExpectedVersion">What was read; 0 for a new record. The written record has the next version.</param>
/// <param name="Payload">Sealed bytes, bound to the next version.</param>
public sealed record RecordWrite(RecordId Record, long ExpectedVersion, ReadOnlyMemory<byte> Payload);

/// <summary>One message version to write.</summary>
/// <param name="Message">Which.</param>
/// <param name="Seq">Its place in the feed.</param>
/// <param name="Settled">True when no platform has to show it.</param>
/// <param name="Payload">Sealed bytes, bound to the sequence number.</param>
public sealed record MessageWrite(MessageId Message, long Seq, bool Settled, ReadOnlyMemory<byte> Payload);

/// <summary>How a commit ended.</summary>
public enum CommitResult
{
    /// <summary>It is on the disk.</summary>
    Committed,

    /// <summary>Somebody else was first; nothing changed. Load again and take the turn again.</summary>
    Conflict,
}
