using LiteDB;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using RepairBot.LiteDb.Engine;

namespace RepairBot.LiteDb.Rows;

/// <summary>
/// Feeds in memory: those that changed since LiteDB last had them, and those used lately. LiteDB's own secondary indexes cost two to three
/// times the write of the message itself; a feed is one small document a person.
/// </summary>
internal sealed class Feeds(Collections collections)
{
    private const long KeptEntries = 200_000;

    private readonly RecentCache<PersonId, Feed> recent = new(KeptEntries, feed => feed.Count + 10);
    private readonly Dictionary<PersonId, Feed> changed = [];

    public Feed Of(PersonId person)
    {
        if (changed.TryGetValue(person, out var feed) || recent.TryGet(person, out feed))
        {
            return feed;
        }

        var stored = collections.Find(RowKey.Of(Table.Feeds, person));
        feed = new Feed(stored is null ? [] : Documents.EntriesOf(stored));
        recent.Set(person, feed);
        return feed;
    }

    /// <summary>Takes over a message that was written or removed.</summary>
    public void Note(RowKey message, Row.Message? row)
    {
        var feed = Of(message.Person);
        changed[message.Person] = feed;
        if (row is null)
        {
            feed.Remove(message.Id);
        }
        else
        {
            feed.Set(message.Id, row.Value.Seq);
        }
    }

    /// <summary>Writes what changed; to be called in the transaction that writes the messages, after them.</summary>
    public void Write()
    {
        var keys = changed.ToLookup(entry => entry.Value.Count > 0, entry => RowKey.Of(Table.Feeds, entry.Key));
        collections.Put(Table.Feeds, keys[true].Select(key => Documents.Feed(key, changed[key.Person].ToBytes())));
        collections.Remove(Table.Feeds, keys[false].Select(key => new BsonValue(key.Bytes)));
    }

    /// <summary>To be called once that transaction is through.</summary>
    public void Written()
    {
        foreach (var (person, feed) in changed)
        {
            recent.Set(person, feed);
        }

        changed.Clear();
    }
}
