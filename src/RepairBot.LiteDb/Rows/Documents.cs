using LiteDB;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.LiteDb.Rows;

/// <summary>
/// What a row looks like as a document. Documents are made once and never changed: other threads may be reading them. Numbers and times
/// are Int64, times as Unix milliseconds; payloads are bytes that only their owner's key opens.
/// </summary>
internal static class Documents
{
    private const string Id = "_id";
    private const string Payload = "payload";

    public static BsonDocument Identity(RowKey key, PersonId person) => new() { [Id] = key.Bytes, ["person"] = RowKey.Of(Table.People, person).Bytes };

    public static PersonId PersonOf(BsonDocument identity) => new RowKey(Table.People, identity["person"].AsBinary).Person;

    public static BsonDocument Person(RowKey key, byte[] identities) => new() { [Id] = key.Bytes, ["identities"] = identities };

    public static byte[] IdentitiesOf(BsonDocument? person) => person?["identities"].AsBinary ?? [];

    public static BsonDocument Record(RowKey key, RecordWrite write) => new()
    {
        [Id] = key.Bytes,
        ["version"] = write.ExpectedVersion + 1,
        [Payload] = write.Payload.ToArray(),
    };

    public static long VersionOf(BsonDocument? record) => record?["version"].AsInt64 ?? 0;

    public static StoredRecord Record(BsonDocument document)
    {
        var key = new RowKey(Table.Records, document[Id].AsBinary);
        return new StoredRecord(key.Person, new RecordId(key.Id), VersionOf(document), document[Payload].AsBinary);
    }

    public static BsonDocument Message(RowKey key, MessageWrite write, long entered, BsonDocument? earlier) => new()
    {
        [Id] = key.Bytes,
        ["seq"] = write.Seq,
        ["entered"] = entered,
        ["settled"] = write.Settled,
        ["referenceSeq"] = earlier?["referenceSeq"] ?? 0L,
        ["reference"] = earlier?["reference"] ?? new BsonValue(Array.Empty<byte>()),
        [Payload] = write.Payload.ToArray(),
    };

    /// <summary>The same message with a reference; null when it has a later one.</summary>
    public static BsonDocument? Settled(BsonDocument message, StoreWrite.Settlement write) =>
        message["referenceSeq"].AsInt64 > write.Seq
            ? null
            : new BsonDocument
            {
                [Id] = message[Id],
                ["seq"] = message["seq"],
                ["entered"] = message["entered"],
                ["settled"] = message["settled"].AsBoolean || message["seq"].AsInt64 == write.Seq,
                ["referenceSeq"] = write.Seq,
                ["reference"] = write.Reference.ToArray(),
                [Payload] = message[Payload],
            };

    public static RowKey KeyOfMessage(BsonDocument message) => new(Table.Messages, message[Id].AsBinary);

    public static BsonDocument Batch(RowKey key, IEnumerable<BsonDocument> messages) =>
        new() { [Id] = key.Bytes, ["messages"] = new BsonArray(messages) };

    public static List<BsonDocument> MessagesIn(BsonDocument batch) =>
        [.. batch["messages"].AsArray.Select(message => message.AsDocument)];

    public static long SeqOf(BsonDocument message) => message["seq"].AsInt64;

    public static long EnteredOf(BsonDocument message) => message["entered"].AsInt64;

    public static bool IsSettled(BsonDocument message) => message["settled"].AsBoolean;

    public static StoredMessage Message(BsonDocument document)
    {
        var key = KeyOfMessage(document);
        return new StoredMessage(
            key.Person,
            new MessageId(key.Id),
            SeqOf(document),
            IsSettled(document),
            document["referenceSeq"].AsInt64,
            document["reference"].AsBinary,
            document[Payload].AsBinary);
    }

    public static BsonDocument Reminder(RowKey key, StoredReminder row) => new()
    {
        [Id] = key.Bytes,
        ["due"] = row.DueAt.ToUnixTimeMilliseconds(),
        [Payload] = row.Payload.ToArray(),
    };

    public static long DueOf(BsonDocument reminder) => reminder["due"].AsInt64;

    /// <summary>A reminder by its id: only when it is due.</summary>
    public static BsonDocument TimeOf(RowKey key, BsonDocument reminder) => new() { [Id] = key.Bytes, ["due"] = reminder["due"] };

    /// <summary>The place in due order carries the payload, so that a claim reads one collection.</summary>
    public static BsonDocument Due(RowKey key, BsonDocument reminder) => new() { [Id] = key.Bytes, [Payload] = reminder[Payload] };

    public static StoredReminder Reminder(BsonDocument due)
    {
        var (at, reminder) = KeyOfDue(due).SplitDue();
        return new StoredReminder(
            reminder.Person, new ReminderId(reminder.Id), DateTimeOffset.FromUnixTimeMilliseconds(at), due[Payload].AsBinary);
    }

    public static RowKey KeyOfDue(BsonDocument due) => new(Table.Due, due[Id].AsBinary);

    public static BsonDocument Unsettled(long entered, RowKey message) => new() { [Id] = entered, ["message"] = message.Bytes };

    public static (long Entered, RowKey Message) Unsettled(BsonDocument document) =>
        (document[Id].AsInt64, new RowKey(Table.Messages, document["message"].AsBinary));

    public static BsonDocument Feed(RowKey key, byte[] entries) => new() { [Id] = key.Bytes, ["entries"] = entries };

    public static byte[] EntriesOf(BsonDocument feed) => feed["entries"].AsBinary;

    /// <summary>About how much memory a document takes, in bytes.</summary>
    public static long WeightOf(BsonDocument document) => 300 + (document.TryGetValue(Payload, out var payload) ? payload.AsBinary.Length : 0);
}
