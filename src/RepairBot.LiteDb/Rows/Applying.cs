using LiteDB;
using RepairBot.LiteDb.Engine;

namespace RepairBot.LiteDb.Rows;

/// <summary>Brings LiteDB up to date with rows that are in the journal, and what follows from them, in one transaction.</summary>
internal sealed class Applying(Collections collections, Feeds feeds, MessageBatches batches, UnsettledMessages unsettled)
{
    public void Apply(IReadOnlyCollection<KeyValuePair<RowKey, BsonDocument?>> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var tables = rows.ToLookup(row => row.Key.Table);
        collections.InTransaction(() =>
        {
            foreach (var table in tables)
            {
                Apply(table.Key, [.. table]);
            }
        });
        if (tables.Contains(Table.Messages))
        {
            feeds.Written();
        }
    }

    private void Apply(Table table, List<KeyValuePair<RowKey, BsonDocument?>> rows)
    {
        switch (table)
        {
            case Table.Reminders:
                ApplyReminders(rows);
                break;
            case Table.Messages:
                batches.Write(rows);
                unsettled.Write(rows.Select(row => row.Key));
                feeds.Write();
                break;
            default:
                ApplyAsTheyAre(table, rows);
                break;
        }
    }

    private void ApplyAsTheyAre(Table table, List<KeyValuePair<RowKey, BsonDocument?>> rows)
    {
        collections.Put(table, rows.Where(row => row.Value is not null).Select(row => row.Value!));
        collections.Remove(table, rows.Where(row => row.Value is null).Select(row => new BsonValue(row.Key.Bytes)));
    }

    // By id a reminder is only its time; in due order it is all there is to it.
    private void ApplyReminders(List<KeyValuePair<RowKey, BsonDocument?>> rows)
    {
        var outdated = new List<BsonValue>();
        foreach (var (key, document) in rows)
        {
            if (collections.Find(key) is { } before && (document is null || Documents.DueOf(before) != Documents.DueOf(document)))
            {
                outdated.Add(RowKey.OfDue(Documents.DueOf(before), key).Bytes);
            }
        }

        collections.Remove(Table.Due, outdated);
        var set = rows.Where(row => row.Value is not null).ToList();
        collections.Put(Table.Due, set.Select(row => Documents.Due(RowKey.OfDue(Documents.DueOf(row.Value!), row.Key), row.Value!)));
        collections.Put(Table.Reminders, set.Select(row => Documents.TimeOf(row.Key, row.Value!)));
        collections.Remove(Table.Reminders, rows.Where(row => row.Value is null).Select(row => new BsonValue(row.Key.Bytes)));
    }
}
