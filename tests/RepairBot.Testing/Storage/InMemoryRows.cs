using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Testing.Storage;

/// <summary>The rows themselves and what a commit does to them. Messages stand in the order they were last written.</summary>
internal sealed class InMemoryRows
{
    public Dictionary<string, Guid> Identities { get; init; } = [];

    public List<StoredRecord> Records { get; init; } = [];

    public List<StoredMessage> Messages { get; init; } = [];

    public List<StoredReminder> Reminders { get; init; } = [];

    public bool Accepts(Commit commit) =>
        (commit.Identity is not { } identity
            || !Identities.TryGetValue(Convert.ToHexString(identity.Bytes.Span), out var owner)
            || owner == commit.Person.Value)
        && commit.Records.All(write =>
            write.ExpectedVersion == (Records.Find(row => row.Person == commit.Person && row.Record == write.Record)?.Version ?? 0));

    public void Apply(Commit commit)
    {
        var person = commit.Person;
        if (commit.Identity is { } identity)
        {
            Identities[Convert.ToHexString(identity.Bytes.Span)] = person.Value;
        }

        Records.RemoveAll(row => row.Person == person
            && (commit.Removed.Contains(row.Record) || commit.Records.Any(write => write.Record == row.Record)));
        Records.AddRange(commit.Records.Select(write =>
            new StoredRecord(person, write.Record, write.ExpectedVersion + 1, Copy(write.Payload))));
        foreach (var write in commit.Messages)
        {
            var earlier = Messages.Find(row => row.Person == person && row.Message == write.Message);
            Messages.RemoveAll(row => row == earlier);
            Messages.Add(new StoredMessage(
                person, write.Message, write.Seq, write.Settled, earlier?.ReferenceSeq ?? 0, earlier?.Reference ?? default, Copy(write.Payload)));
        }

        Reminders.RemoveAll(row => row.Person == person
            && (commit.Dropped.Contains(row.Reminder) || commit.Reminders.Any(set => set.Reminder == row.Reminder)));
        Reminders.AddRange(commit.Reminders.Select(row => row with { DueAt = ToMillisecond(row.DueAt), Payload = Copy(row.Payload) }));
    }

    public bool Settle(PersonId person, MessageId message, long seq, ReadOnlyMemory<byte> reference)
    {
        var at = Messages.FindIndex(row => row.Person == person && row.Message == message);
        if (at < 0 || Messages[at].ReferenceSeq > seq)
        {
            return false;
        }

        var row = Messages[at];
        Messages[at] = row with { Settled = row.Settled || row.Seq == seq, ReferenceSeq = seq, Reference = Copy(reference) };
        return true;
    }

    public void Erase(PersonId person)
    {
        foreach (var (identity, owner) in Identities)
        {
            if (owner == person.Value)
            {
                Identities.Remove(identity);
            }
        }

        Records.RemoveAll(row => row.Person == person);
        Messages.RemoveAll(row => row.Person == person);
        Reminders.RemoveAll(row => row.Person == person);
    }

    private static DateTimeOffset ToMillisecond(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    private static byte[] Copy(ReadOnlyMemory<byte> bytes) => bytes.ToArray();
}
