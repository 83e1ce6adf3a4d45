namespace RepairBot.LiteDb.Rows;

/// <summary>What a group changes: the newest state of each row, or null where the row goes.</summary>
internal sealed class RowChanges
{
    public Dictionary<RowKey, Row?> Rows { get; } = [];

    public void Put(RowKey key, Row row) => Rows[key] = row;

    public void Remove(RowKey key) => Rows[key] = null;
}
