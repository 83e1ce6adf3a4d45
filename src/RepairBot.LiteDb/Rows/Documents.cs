using System.Buffers;
using LiteDB;
using RepairBot.Core.Storage;

namespace RepairBot.LiteDb.Rows;

/// <summary>
/// What LiteDB has of the rows. Numbers and times are Int64, times as Unix milliseconds; payloads are bytes that only their owner's key opens.
/// </summary>
internal static class Documents
{
    private const string Id = "_id";
    private const string Payload = "payload";

    public static BsonDocument Of(RowKey key, Row row) => row switch
    {
        Row.Identity identity => new() { [Id] = key.Bytes, ["person"] = RowKey.Of(Table.People, identity.Owner).Bytes },
        Row.Person person => new() { [Id] = key.Bytes, ["identities"] = person.Identities },
        Row.Record record => new() { [Id] = key.Bytes, ["version"] = record.Value.Version, [Payload] = Bytes(record.Value.Payload) },

        // By its id a reminder is only its time; in due order it is all there is to it.
        Row.Reminder reminder => new() { [Id] = key.Bytes, ["due"] = reminder.Due },
        _ => throw new ArgumentException("Messages are kept in batches.", nameof(row)),
    };

    public static Row Row(RowKey key, BsonDocument document) => key.Table switch
    {
        Table.Identities => new Row.Identity(new RowKey(Table.People, document["person"].AsBinary).Person),
        Table.People => new Row.Person(document["identities"].AsBinary),
        Table.Records => new Row.Record(
            new StoredRecord(key.Person, new RecordId(key.Id), document["version"].AsInt64, document[Payload].AsBinary)),
        _ => throw new ArgumentException("Only rows that stand by themselves are read by themselves.", nameof(key)),
    };

    public static byte[] IdOf(BsonDocument document) => document[Id].AsBinary;

    public static BsonDocument Batch(RowKey key, IEnumerable<KeyValuePair<RowKey, Row?>> messages)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        foreach (var (message, row) in messages)
        {
            RowFormat.Write(buffer, message, row);
        }

        return new() { [Id] = key.Bytes, ["messages"] = buffer.WrittenSpan.ToArray() };
    }

    public static List<KeyValuePair<RowKey, Row?>> MessagesIn(BsonDocument batch) => RowFormat.ReadAll(batch["messages"].AsBinary);

    public static long DueOf(BsonDocument reminder) => reminder["due"].AsInt64;

    public static BsonDocument Due(RowKey reminder, Row.Reminder row) =>
        new() { [Id] = RowKey.OfDue(row.Due, reminder).Bytes, [Payload] = row.Payload };

    public static (RowKey Key, Row.Reminder Row) Due(BsonDocument document)
    {
        var (at, reminder) = new RowKey(Table.Due, document[Id].AsBinary).SplitDue();
        return (reminder, new Row.Reminder(at, document[Payload].AsBinary));
    }

    public static BsonDocument Unsettled(long entered, RowKey message) => new() { [Id] = entered, ["message"] = message.Bytes };

    public static (long Entered, RowKey Message) Unsettled(BsonDocument document) =>
        (document[Id].AsInt64, new RowKey(Table.Messages, document["message"].AsBinary));

    public static BsonDocument Feed(RowKey key, byte[] entries) => new() { [Id] = key.Bytes, ["entries"] = entries };

    public static byte[] EntriesOf(BsonDocument feed) => feed["entries"].AsBinary;

    private static byte[] Bytes(ReadOnlyMemory<byte> payload) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(payload, out var array) && array.Count == array.Array!.Length
            ? array.Array
            : payload.ToArray();
}
