using System.Buffers.Binary;

namespace RepairBot.LiteDb.Rows;

/// <summary>A person's messages by id and each one's place. Kept as 16 bytes a message.</summary>
internal sealed class Feed
{
    private const int EntryLength = 2 * sizeof(long);

    private readonly Dictionary<long, long> seqOf = [];

    public Feed(ReadOnlySpan<byte> entries)
    {
        for (; entries.Length >= EntryLength; entries = entries[EntryLength..])
        {
            seqOf[BinaryPrimitives.ReadInt64LittleEndian(entries)] = BinaryPrimitives.ReadInt64LittleEndian(entries[sizeof(long)..]);
        }
    }

    public int Count => seqOf.Count;

    public IEnumerable<long> Ids => seqOf.Keys;

    public bool Holds(long message) => seqOf.ContainsKey(message);

    public void Set(long message, long seq) => seqOf[message] = seq;

    public void Remove(long message) => seqOf.Remove(message);

    /// <summary>Ids whose place is above a number, in order.</summary>
    public List<long> After(long seq, int limit) =>
        [.. seqOf.Where(entry => entry.Value > seq).OrderBy(entry => entry.Value).Take(limit).Select(entry => entry.Key)];

    public byte[] ToBytes()
    {
        var bytes = new byte[seqOf.Count * EntryLength];
        var rest = bytes.AsSpan();
        foreach (var (message, seq) in seqOf)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, message);
            BinaryPrimitives.WriteInt64LittleEndian(rest[sizeof(long)..], seq);
            rest = rest[EntryLength..];
        }

        return bytes;
    }
}
