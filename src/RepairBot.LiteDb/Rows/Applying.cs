using LiteDB;
using RepairBot.LiteDb.Engine;

namespace RepairBot.LiteDb.Rows;

/// <summary>
/// Brings LiteDB up to date with rows that are in the journal, and what follows from them, in one transaction. Of a collection other than
/// the reminders it takes every row that is pending.
/// </summary>
internal sealed class Applying(Collections collections, Feeds feeds, MessageBatches batches, UnsettledMessages unsettled, DueOrder due)
{
    public void Apply(IReadOnlyCollection<KeyValuePair<RowKey, Row?>> rows)
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

        if (tables.Contains(Table.Reminders))
        {
            due.Written([.. tables[Table.Reminders].Select(row => row.Key)]);
        }
    }

    private void Apply(Table table, List<KeyValuePair<RowKey, Row?>> rows)
    {
        switch (table)
        {
            case Table.Reminders:
                due.Write([.. rows.Select(row => row.Key)]);
                break;
            case Table.Messages:
                batches.Write(rows);
                unsettled.Write(rows.Select(row => row.Key));
                feeds.Write();
                break;
            default:
                collections.Put(table, rows.Where(row => row.Value is not null).Select(row => Documents.Of(row.Key, row.Value!)));
                collections.Remove(table, rows.Where(row => row.Value is null).Select(row => new BsonValue(row.Key.Bytes)));
                break;
        }
    }
}
