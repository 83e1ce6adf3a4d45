using LiteDB;
using RepairBot.LiteDb.Engine;

namespace RepairBot.LiteDb.Rows;

/// <summary>
/// Messages that nobody confirmed, in the order they came. All of them in memory, since a platform that works leaves few, and in a small
/// collection for the next start.
/// </summary>
internal sealed class UnsettledMessages
{
    private readonly Collections collections;
    private readonly SortedDictionary<long, RowKey> inOrder = [];
    private readonly Dictionary<RowKey, long> enteredAs = [];
    private readonly Dictionary<RowKey, long> stored = [];
    private long last;

    public UnsettledMessages(Collections collections)
    {
        this.collections = collections;
        foreach (var (entered, message) in collections.Scan(Table.Unsettled).Select(Documents.Unsettled))
        {
            stored[message] = entered;
            Add(message, entered);
        }
    }

    /// <summary>A number above all that were given to messages still unsettled.</summary>
    public long Next() => ++last;

    public List<RowKey> Oldest(int limit) => [.. inOrder.Values.Take(limit)];

    /// <summary>Takes over a message that was written or removed.</summary>
    public void Note(RowKey message, Row.Message? row)
    {
        if (enteredAs.Remove(message, out var earlier))
        {
            inOrder.Remove(earlier);
        }

        if (row is { Value.Settled: false })
        {
            Add(message, row.Entered);
        }
    }

    /// <summary>Writes how these messages stand now; to be called in the transaction that writes them.</summary>
    public void Write(IEnumerable<RowKey> messages)
    {
        var put = new List<BsonDocument>();
        var remove = new List<BsonValue>();
        foreach (var message in messages)
        {
            var isStored = stored.TryGetValue(message, out var before);
            var isUnsettled = enteredAs.TryGetValue(message, out var now);
            if (isStored && (!isUnsettled || before != now))
            {
                remove.Add(before);
                stored.Remove(message);
            }

            if (isUnsettled && (!isStored || before != now))
            {
                put.Add(Documents.Unsettled(now, message));
                stored[message] = now;
            }
        }

        collections.Remove(Table.Unsettled, remove);
        collections.Put(Table.Unsettled, put);
    }

    private void Add(RowKey message, long entered)
    {
        inOrder[entered] = message;
        enteredAs[message] = entered;
        last = Math.Max(last, entered);
    }
}
