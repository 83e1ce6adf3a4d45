using System.Buffers.Binary;

namespace RepairBot.LiteDb.Rows;

/// <summary>A person's messages by id: each one's place in order, and the batch LiteDB has it in. Kept as 20 bytes a message.</summary>
internal sealed class Feed
{
    private const int EntryLength = (2 * sizeof(long)) + sizeof(int);

    private readonly Dictionary<long, Entry> entries = [];
    private int lastBatch;

    public Feed(ReadOnlySpan<byte> stored)
    {
        for (; stored.Length >= EntryLength; stored = stored[EntryLength..])
        {
            var entry = new Entry(
                BinaryPrimitives.ReadInt64LittleEndian(stored[sizeof(long)..]), BinaryPrimitives.ReadInt32LittleEndian(stored[(2 * sizeof(long))..]));
            entries[BinaryPrimitives.ReadInt64LittleEndian(stored)] = entry;
            lastBatch = Math.Max(lastBatch, entry.Batch);
        }
    }

    public int Count => entries.Count;

    /// <summary>The messages there are.</summary>
    public IEnumerable<long> Ids => entries.Where(entry => entry.Value.Seq is not null).Select(entry => entry.Key);

    public bool Holds(long message) => entries.TryGetValue(message, out var entry) && entry.Seq is not null;

    public void Set(long message, long seq) => entries[message] = new Entry(seq, BatchOf(message));

    /// <summary>The message goes; its batch is known until LiteDB has followed.</summary>
    public void Remove(long message) => entries[message] = new Entry(null, BatchOf(message));

    /// <summary>The batch LiteDB has a message in; 0 for none.</summary>
    public int BatchOf(long message) => entries.TryGetValue(message, out var entry) ? entry.Batch : 0;

    public int NewBatch() => ++lastBatch;

    /// <summary>LiteDB has the message in this batch from now on.</summary>
    public void Place(long message, int batch) => entries[message] = new Entry(entries[message].Seq, batch);

    /// <summary>LiteDB has the message no more.</summary>
    public void Forget(long message) => entries.Remove(message);

    /// <summary>Ids whose place is above a number, in order.</summary>
    public List<long> After(long seq, int limit) =>
        [.. entries.Where(entry => entry.Value.Seq > seq).OrderBy(entry => entry.Value.Seq).Take(limit).Select(entry => entry.Key)];

    /// <summary>What is kept: only messages that LiteDB has.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[entries.Count * EntryLength];
        var rest = bytes.AsSpan();
        foreach (var (message, entry) in entries)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, message);
            BinaryPrimitives.WriteInt64LittleEndian(rest[sizeof(long)..], entry.Seq!.Value);
            BinaryPrimitives.WriteInt32LittleEndian(rest[(2 * sizeof(long))..], entry.Batch);
            rest = rest[EntryLength..];
        }

        return bytes;
    }

    private readonly record struct Entry(long? Seq, int Batch);
}
