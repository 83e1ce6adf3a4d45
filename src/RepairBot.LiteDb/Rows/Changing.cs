using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.LiteDb.Rows;

/// <summary>What writes do to the rows, gathered for one group. Each write sees what those before it in the group do.</summary>
internal sealed class Changing(JournaledRows rows)
{
    private const int HashLength = IdentityHash.Length;

    public RowChanges Changes { get; } = new();

    public CommitResult Write(StoreWrite write)
    {
        if (write is StoreWrite.Settlement settlement)
        {
            Settle(settlement);
            return CommitResult.Committed;
        }

        var commit = ((StoreWrite.Turn)write).Commit;
        if (!Accepts(commit))
        {
            return CommitResult.Conflict;
        }

        Apply(commit);
        return CommitResult.Committed;
    }

    public void Erase(PersonId person)
    {
        var known = RowKey.Of(Table.People, person);
        foreach (var hash in IdentitiesIn(known).Chunk(HashLength))
        {
            Changes.Remove(new RowKey(Table.Identities, hash));
        }

        rows.KeysOf(Table.Records, person).ForEach(Changes.Remove);
        rows.KeysOf(Table.Reminders, person).ForEach(Changes.Remove);
        foreach (var message in rows.Feeds.Of(person).Ids)
        {
            Changes.Remove(RowKey.Of(Table.Messages, person, message));
        }

        Changes.Remove(known);
    }

    private bool Accepts(Commit commit) =>
        (commit.Identity is not { } identity
            || Find(RowKey.Of(identity)) is not { } taken
            || ((Row.Identity)taken).Owner == commit.Person)
        && commit.Records.All(write =>
            write.ExpectedVersion == (((Row.Record?)Find(RowKey.OfRecord(commit.Person, write.Record)))?.Value.Version ?? 0));

    private void Apply(Commit commit)
    {
        var person = commit.Person;
        if (commit.Identity is { } identity)
        {
            Introduce(RowKey.Of(identity), person);
        }

        foreach (var record in commit.Removed)
        {
            Changes.Remove(RowKey.OfRecord(person, record));
        }

        foreach (var write in commit.Records)
        {
            var record = new StoredRecord(person, write.Record, write.ExpectedVersion + 1, write.Payload.ToArray());
            Changes.Put(RowKey.OfRecord(person, write.Record), new Row.Record(record));
        }

        foreach (var write in commit.Messages)
        {
            Say(person, write);
        }

        foreach (var reminder in commit.Dropped)
        {
            Changes.Remove(RowKey.OfReminder(person, reminder));
        }

        foreach (var reminder in commit.Reminders)
        {
            Changes.Put(
                RowKey.OfReminder(person, reminder.Reminder),
                new Row.Reminder(reminder.DueAt.ToUnixTimeMilliseconds(), reminder.Payload.ToArray()));
        }
    }

    private void Introduce(RowKey identity, PersonId person)
    {
        if (Find(identity) is not null)
        {
            return;
        }

        var known = RowKey.Of(Table.People, person);
        Changes.Put(identity, new Row.Identity(person));
        Changes.Put(known, new Row.Person([.. IdentitiesIn(known), .. identity.Bytes]));
    }

    private void Say(PersonId person, MessageWrite write)
    {
        var key = RowKey.OfMessage(person, write.Message);
        var earlier = ((Row.Message?)Find(key))?.Value;
        var message = new StoredMessage(
            person,
            write.Message,
            write.Seq,
            write.Settled,
            earlier?.ReferenceSeq ?? 0,
            earlier?.Reference ?? ReadOnlyMemory<byte>.Empty,
            write.Payload.ToArray());
        Changes.Put(key, new Row.Message(message, rows.Unsettled.Next()));
    }

    private void Settle(StoreWrite.Settlement write)
    {
        var key = RowKey.OfMessage(write.Person, write.Message);
        if (Find(key) is not Row.Message { Value: var message } row || message.ReferenceSeq > write.Seq)
        {
            return;
        }

        Changes.Put(key, row with
        {
            Value = message with
            {
                Settled = message.Settled || message.Seq == write.Seq,
                ReferenceSeq = write.Seq,
                Reference = write.Reference.ToArray(),
            },
        });
    }

    private byte[] IdentitiesIn(RowKey person) => ((Row.Person?)Find(person))?.Identities ?? [];

    private Row? Find(RowKey key) => Changes.Rows.TryGetValue(key, out var changed) ? changed : rows.Find(key);
}
