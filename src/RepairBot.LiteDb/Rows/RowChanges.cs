using LiteDB;

namespace RepairBot.LiteDb.Rows;

/// <summary>What a group changes: the newest document of each row, or null where the row goes.</summary>
internal sealed class RowChanges
{
    public Dictionary<RowKey, BsonDocument?> Rows { get; } = [];

    public void Put(RowKey key, BsonDocument document) => Rows[key] = document;

    public void Remove(RowKey key) => Rows[key] = null;
}
