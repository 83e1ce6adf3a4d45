using LiteDB;
using RepairBot.LiteDb.Engine;

namespace RepairBot.LiteDb.Rows;

/// <summary>Reminders in due order: those LiteDB has, but for those that changed since, and these.</summary>
internal sealed class DueOrder(Collections collections)
{
    private static readonly byte[] First = new byte[32];
    private static readonly byte[] AfterKey = [.. Enumerable.Repeat(byte.MaxValue, 24)];

    private readonly Dictionary<RowKey, Row.Reminder?> changed = [];

    // All that LiteDB has before this has changed since: what was due was claimed and dropped or set anew.
    private byte[] firstStored = First;
    private readonly SortedDictionary<RowKey, RowKey> inOrder = new(Comparer<RowKey>.Create((a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes)));

    /// <summary>How many LiteDB does not have as they are.</summary>
    public int Changed => changed.Count;

    /// <summary>Some of those, or all when they are fewer.</summary>
    public List<KeyValuePair<RowKey, Row?>> Some(int most) => [.. changed.Take(most).Select(entry => KeyValuePair.Create(entry.Key, (Row?)entry.Value))];

    /// <summary>Takes over a reminder that was set or dropped.</summary>
    public void Note(RowKey key, Row.Reminder? row)
    {
        if (changed.TryGetValue(key, out var before) && before is not null)
        {
            inOrder.Remove(RowKey.OfDue(before.Due, key));
        }

        changed[key] = row;
        if (row is not null)
        {
            inOrder[RowKey.OfDue(row.Due, key)] = key;
        }
    }

    /// <summary>Reminders up to a time, in order, read as they are asked for.</summary>
    public IEnumerable<(RowKey Key, Row.Reminder Row)> Until(long time)
    {
        using var stored = Stored(time).GetEnumerator();
        using var recent = Recent(time).GetEnumerator();
        var (hasStored, hasRecent) = (stored.MoveNext(), recent.MoveNext());
        while (hasStored || hasRecent)
        {
            if (!hasRecent || (hasStored && stored.Current.Row.Due <= recent.Current.Row.Due))
            {
                yield return stored.Current;
                hasStored = stored.MoveNext();
            }
            else
            {
                yield return recent.Current;
                hasRecent = recent.MoveNext();
            }
        }
    }

    /// <summary>Writes changed ones; to be called in a transaction.</summary>
    public void Write(IReadOnlyCollection<RowKey> keys)
    {
        var outdated = new List<BsonValue>();
        var rows = keys.Select(key => KeyValuePair.Create(key, changed[key])).ToList();
        foreach (var (key, row) in rows)
        {
            if (collections.Find(key) is { } before && Documents.DueOf(before) != row?.Due)
            {
                outdated.Add(RowKey.OfDue(Documents.DueOf(before), key).Bytes);
            }
        }

        var set = rows.Where(entry => entry.Value is not null).ToList();
        collections.Remove(Table.Due, outdated);
        collections.Put(Table.Due, set.Select(entry => Documents.Due(entry.Key, entry.Value!)));
        collections.Put(Table.Reminders, set.Select(entry => Documents.Of(entry.Key, entry.Value!)));
        collections.Remove(Table.Reminders, rows.Where(entry => entry.Value is null).Select(entry => new BsonValue(entry.Key.Bytes)));
    }

    /// <summary>To be called once that transaction is through.</summary>
    public void Written(IReadOnlyCollection<RowKey> keys)
    {
        foreach (var key in keys)
        {
            if (changed.Remove(key, out var row) && row is not null)
            {
                var place = RowKey.OfDue(row.Due, key);
                inOrder.Remove(place);
                firstStored = place.Bytes.AsSpan().SequenceCompareTo(firstStored) < 0 ? place.Bytes : firstStored;
            }
        }
    }

    private IEnumerable<(RowKey Key, Row.Reminder Row)> Stored(long time)
    {
        var last = RowKey.OfDue(time, new RowKey(Table.Reminders, AfterKey)).Bytes;
        if (firstStored.AsSpan().SequenceCompareTo(last) > 0)
        {
            yield break;
        }

        var isStart = true;
        foreach (var document in collections.Scan(Table.Due, firstStored, last))
        {
            var due = Documents.Due(document);
            var isCurrent = !changed.ContainsKey(due.Key);
            if (isStart)
            {
                firstStored = Documents.IdOf(document);
                isStart = !isCurrent;
            }

            if (isCurrent)
            {
                yield return due;
            }
        }
    }

    private IEnumerable<(RowKey Key, Row.Reminder Row)> Recent(long time) =>
        inOrder.Values.Select(key => (key, changed[key]!)).TakeWhile(due => due.Item2.Due <= time);
}
