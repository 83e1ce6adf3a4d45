using LiteDB;
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
        foreach (var hash in Documents.IdentitiesOf(Find(known)).Chunk(HashLength))
        {
            Changes.Remove(new RowKey(Table.Identities, hash));
        }

        foreach (var record in rows.AllOf(Table.Records, person))
        {
            Changes.Remove(new RowKey(Table.Records, record["_id"].AsBinary));
        }

        foreach (var message in rows.Feeds.Of(person).Ids)
        {
            Changes.Remove(RowKey.Of(Table.Messages, person, message));
        }

        foreach (var reminder in rows.AllOf(Table.Reminders, person))
        {
            Changes.Remove(new RowKey(Table.Reminders, reminder["_id"].AsBinary));
        }

        Changes.Remove(known);
    }

    private bool Accepts(Commit commit) =>
        (commit.Identity is not { } identity
            || Find(RowKey.Of(identity)) is not { } taken
            || Documents.PersonOf(taken) == commit.Person)
        && commit.Records.All(write =>
            write.ExpectedVersion == Documents.VersionOf(Find(RowKey.OfRecord(commit.Person, write.Record))));

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
            var key = RowKey.OfRecord(person, write.Record);
            Changes.Put(key, Documents.Record(key, write));
        }

        foreach (var write in commit.Messages)
        {
            var key = RowKey.OfMessage(person, write.Message);
            Changes.Put(key, Documents.Message(key, write, rows.Unsettled.Next(), Find(key)));
        }

        foreach (var reminder in commit.Dropped)
        {
            Changes.Remove(RowKey.OfReminder(person, reminder));
        }

        foreach (var reminder in commit.Reminders)
        {
            var key = RowKey.OfReminder(person, reminder.Reminder);
            Changes.Put(key, Documents.Reminder(key, reminder));
        }
    }

    private void Introduce(RowKey identity, PersonId person)
    {
        if (Find(identity) is not null)
        {
            return;
        }

        var known = RowKey.Of(Table.People, person);
        Changes.Put(identity, Documents.Identity(identity, person));
        Changes.Put(known, Documents.Person(known, [.. Documents.IdentitiesOf(Find(known)), .. identity.Bytes]));
    }

    private void Settle(StoreWrite.Settlement write)
    {
        var key = RowKey.OfMessage(write.Person, write.Message);
        if (Find(key) is { } message && Documents.Settled(message, write) is { } settled)
        {
            Changes.Put(key, settled);
        }
    }

    private BsonDocument? Find(RowKey key) => Changes.Rows.TryGetValue(key, out var changed) ? changed : rows.Find(key);
}
