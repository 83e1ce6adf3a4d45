using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Sql.Sqlite;

/// <summary>What a commit does to the tables.</summary>
internal sealed class SqliteRows(Func<string, Statement> prepare)
{
    private readonly Statement numberOf = prepare("SELECT number FROM person WHERE id = ?1");
    private readonly Statement addPerson = prepare("INSERT INTO person (id) VALUES (?1) RETURNING number");
    private readonly Statement erasePerson = prepare("DELETE FROM person WHERE id = ?1");

    private readonly Statement ownerOf = prepare("SELECT person FROM identity WHERE hash = ?1");
    private readonly Statement addIdentity = prepare("INSERT INTO identity (hash, person) VALUES (?1, ?2) ON CONFLICT DO NOTHING");

    private readonly Statement versionOf = prepare("SELECT version FROM record WHERE person = ?1 AND record = ?2");
    private readonly Statement addRecord = prepare("INSERT INTO record (person, record, version, payload) VALUES (?1, ?2, 1, ?3)");
    private readonly Statement setRecord = prepare("UPDATE record SET version = ?3, payload = ?4 WHERE person = ?1 AND record = ?2");
    private readonly Statement removeRecord = prepare("DELETE FROM record WHERE person = ?1 AND record = ?2");

    private readonly Statement addMessage = prepare(
        """
        INSERT INTO message (person, message, seq, settled, reference_seq, reference, payload) VALUES (?1, ?2, ?3, ?4, 0, x'', ?5)
        ON CONFLICT (person, message) DO UPDATE SET
            entered = (SELECT max(entered) + 1 FROM message), seq = excluded.seq, settled = excluded.settled, payload = excluded.payload
        """);

    private readonly Statement settle = prepare(
        """
        UPDATE message SET settled = settled OR seq = ?3, reference_seq = ?3, reference = ?4
        WHERE person = (SELECT number FROM person WHERE id = ?1) AND message = ?2 AND reference_seq <= ?3
        """);

    private readonly Statement setReminder = prepare(
        """
        INSERT INTO reminder (person, reminder, due, payload) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (person, reminder) DO UPDATE SET due = excluded.due, payload = excluded.payload
        """);

    private readonly Statement dropReminder = prepare("DELETE FROM reminder WHERE person = ?1 AND reminder = ?2");
    private readonly Statement due = prepare(
        """
        SELECT p.id, r.reminder, r.due, r.payload FROM reminder r JOIN person p ON p.number = r.person
        WHERE r.due <= ?1 ORDER BY r.due
        """);

    public bool Accepts(Commit commit)
    {
        var number = NumberOf(commit.Person);
        if (commit.Identity is { } identity
            && Single(ownerOf.Bind(1, identity.Bytes.Span)) is { } owner
            && owner != number)
        {
            return false;
        }

        foreach (var write in commit.Records)
        {
            var version = number is { } known ? Single(versionOf.Bind(1, known).Bind(2, write.Record.Value)) : null;
            if (write.ExpectedVersion != (version ?? 0))
            {
                return false;
            }
        }

        return true;
    }

    public void Apply(Commit commit)
    {
        var person = NumberOf(commit.Person) ?? Single(addPerson.Bind(1, commit.Person.Value))!.Value;
        if (commit.Identity is { } identity)
        {
            addIdentity.Bind(1, identity.Bytes.Span).Bind(2, person).Execute();
        }

        foreach (var record in commit.Removed)
        {
            removeRecord.Bind(1, person).Bind(2, record.Value).Execute();
        }

        foreach (var write in commit.Records)
        {
            Write(person, write);
        }

        foreach (var write in commit.Messages)
        {
            addMessage.Bind(1, person).Bind(2, write.Message.Value).Bind(3, write.Seq).Bind(4, write.Settled ? 1 : 0)
                .Bind(5, write.Payload.Span).Execute();
        }

        foreach (var reminder in commit.Dropped)
        {
            dropReminder.Bind(1, person).Bind(2, reminder.Value).Execute();
        }

        foreach (var set in commit.Reminders)
        {
            setReminder.Bind(1, person).Bind(2, set.Reminder.Value).Bind(3, set.DueAt.ToUnixTimeMilliseconds())
                .Bind(4, set.Payload.Span).Execute();
        }
    }

    public void Settle(StoreWrite.Settlement write) =>
        settle.Bind(1, write.Person.Value).Bind(2, write.Message.Value).Bind(3, write.Seq).Bind(4, write.Reference.Span).Execute();

    public void Erase(PersonId person) => erasePerson.Bind(1, person.Value).Execute();

    public List<StoredReminder> Due(DateTimeOffset now, int limit, Func<PersonId, ReminderId, bool> fits)
    {
        var found = new List<StoredReminder>();
        due.Bind(1, now.ToUnixTimeMilliseconds());
        try
        {
            while (found.Count < limit && due.Step())
            {
                var person = new PersonId(due.Guid(0));
                var reminder = new ReminderId(due.Int64(1));
                if (fits(person, reminder))
                {
                    found.Add(new StoredReminder(person, reminder, DateTimeOffset.FromUnixTimeMilliseconds(due.Int64(2)), due.Blob(3)));
                }
            }
        }
        finally
        {
            due.Reset();
        }

        return found;
    }

    private void Write(long person, RecordWrite write)
    {
        if (write.ExpectedVersion == 0)
        {
            addRecord.Bind(1, person).Bind(2, write.Record.Value).Bind(3, write.Payload.Span).Execute();
        }
        else
        {
            setRecord.Bind(1, person).Bind(2, write.Record.Value).Bind(3, write.ExpectedVersion + 1).Bind(4, write.Payload.Span).Execute();
        }
    }

    private long? NumberOf(PersonId person) => Single(numberOf.Bind(1, person.Value));

    private static long? Single(Statement statement)
    {
        long? value = statement.Step() ? statement.Int64(0) : null;
        statement.Reset();
        return value;
    }
}
