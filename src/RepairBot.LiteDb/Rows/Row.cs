using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.LiteDb.Rows;

/// <summary>What a journaled row holds. Rows are made once and never changed: other threads may be reading them.</summary>
internal abstract record Row
{
    private const int ObjectWeight = 200;

    private Row()
    {
    }

    /// <summary>About how much memory it takes, in bytes.</summary>
    public virtual long Weight => ObjectWeight;

    /// <summary>Whose identity it is.</summary>
    public sealed record Identity(PersonId Owner) : Row;

    /// <summary>A person's identity hashes, one behind the other.</summary>
    public sealed record Person(byte[] Identities) : Row;

    /// <summary>A head or a repair.</summary>
    public sealed record Record(StoredRecord Value) : Row
    {
        public override long Weight => ObjectWeight + Value.Payload.Length;
    }

    /// <summary>A message, and its number among all that were written.</summary>
    public sealed record Message(StoredMessage Value, long Entered) : Row
    {
        public override long Weight => ObjectWeight + Value.Payload.Length;
    }

    /// <summary>A reminder, due at Unix milliseconds.</summary>
    public sealed record Reminder(long Due, byte[] Payload) : Row;
}
