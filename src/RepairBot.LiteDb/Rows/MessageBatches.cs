using LiteDB;
using RepairBot.LiteDb.Engine;

namespace RepairBot.LiteDb.Rows;

/// <summary>
/// Messages as LiteDB has them: what a person was sent between two visits to LiteDB lies in one document, since a document costs LiteDB
/// far more than the bytes in it.
/// </summary>
internal sealed class MessageBatches(Collections collections, Feeds feeds)
{
    private const long LargestBatch = 32 * 1024;

    /// <summary>The batch a message is in, with everything in it; empty when LiteDB does not have it.</summary>
    public IReadOnlyList<KeyValuePair<RowKey, Row?>> Around(RowKey message) =>
        feeds.Of(message.Person).BatchOf(message.Id) is > 0 and var batch ? Read(RowKey.Of(Table.Batches, message.Person, batch)) : [];

    /// <summary>Writes messages, and removes those without a row; to be called in a transaction that covers every message pending.</summary>
    public void Write(IEnumerable<KeyValuePair<RowKey, Row?>> rows)
    {
        var put = new List<BsonDocument>();
        var remove = new List<BsonValue>();
        foreach (var of in rows.GroupBy(row => row.Key.Person))
        {
            var feed = feeds.Of(of.Key);
            foreach (var batch in of.GroupBy(row => feed.BatchOf(row.Key.Id)).ToList())
            {
                if (batch.Key == 0)
                {
                    put.AddRange(Fresh(feed, batch));
                    continue;
                }

                var key = RowKey.Of(Table.Batches, of.Key, batch.Key);
                var changed = Changed(feed, key, batch);
                if (changed.Count == 0)
                {
                    remove.Add(key.Bytes);
                }
                else
                {
                    put.Add(Documents.Batch(key, changed));
                }
            }
        }

        collections.Put(Table.Batches, put);
        collections.Remove(Table.Batches, remove);
    }

    private static IEnumerable<BsonDocument> Fresh(Feed feed, IEnumerable<KeyValuePair<RowKey, Row?>> rows)
    {
        var batch = new List<KeyValuePair<RowKey, Row?>>();
        var person = rows.First().Key.Person;
        var number = feed.NewBatch();
        var weight = 0L;
        foreach (var (key, row) in rows)
        {
            if (row is null)
            {
                feed.Forget(key.Id);
                continue;
            }

            if (batch.Count > 0 && weight + row.Weight > LargestBatch)
            {
                yield return Documents.Batch(RowKey.Of(Table.Batches, person, number), batch);
                batch = [];
                number = feed.NewBatch();
                weight = 0;
            }

            batch.Add(new(key, row));
            weight += row.Weight;
            feed.Place(key.Id, number);
        }

        if (batch.Count > 0)
        {
            yield return Documents.Batch(RowKey.Of(Table.Batches, person, number), batch);
        }
    }

    private Dictionary<RowKey, Row?> Changed(Feed feed, RowKey key, IEnumerable<KeyValuePair<RowKey, Row?>> rows)
    {
        var messages = new Dictionary<RowKey, Row?>(Read(key));
        foreach (var (message, row) in rows)
        {
            if (row is null)
            {
                messages.Remove(message);
                feed.Forget(message.Id);
            }
            else
            {
                messages[message] = row;
            }
        }

        return messages;
    }

    private List<KeyValuePair<RowKey, Row?>> Read(RowKey key) =>
        collections.Find(key) is { } batch ? Documents.MessagesIn(batch) : [];
}
