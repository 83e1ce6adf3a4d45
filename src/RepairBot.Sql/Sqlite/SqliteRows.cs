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
    private readonly Statement addRecord = prepare("INSERT INTO record (person, record, version, payload) VALUES (?1, ?2, ?3, ?4)");
    private readonly Statement setRecord = prepare("UPDATE record SET version = ?3, payload = ?4 WHERE person = ?1 AND record = ?2");
    private readonly Statement removeRecord = prepare("DELETE FROM record WHERE person = ?1 AND record = ?2");

    private readonly Statement addMessage = prepare(
        """
        INSERT INTO message (person, message, seq, settled, reference_seq, reference, payload) VALUES (?1, ?2, ?3, ?4, 0, x'', ?5)
        """);

    private readonly Statement replaceMessage = prepare(
        """
        UPDATE message SET entered = (SELECT max(entered) + 1 FROM message), seq = ?2, settled = ?3, payload = ?4 WHERE entered = ?1
        RETURNING entered
        """);

    private readonly Statement settle = prepare(
        """
        UPDATE message SET settled = settled OR seq = ?2, reference_seq = ?2, reference = ?3 WHERE entered = ?1 AND reference_seq <= ?2
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

    private readonly WriterMemory memory = new(prepare);

    public bool Accepts(Commit commit)
    {
        var person = NumberOf(commit.Person);
        if (commit.Identity is { } identity
            && ownerOf.Bind(1, identity.Bytes.Span).Single() is { } owner
            && owner != person)
        {
            return false;
        }

        foreach (var write in commit.Records)
        {
            if (write.ExpectedVersion != (person is { } known ? VersionOf(known, write.Record) : 0))
            {
                return false;
            }
        }

        return true;
    }

    public void Apply(Commit commit)
    {
        var person = NumberOf(commit.Person) ?? Add(commit.Person);
        if (commit.Identity is { } identity)
        {
            addIdentity.Bind(1, identity.Bytes.Span).Bind(2, person).Execute();
        }

        foreach (var record in commit.Removed)
        {
            removeRecord.Bind(1, person).Bind(2, record.Value).Execute();
            memory.SetVersion(person, record, 0);
        }

        foreach (var write in commit.Records)
        {
            Write(person, write);
        }

        foreach (var write in commit.Messages)
        {
            Write(person, write);
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

    public void Settle(StoreWrite.Settlement write)
    {
        if (NumberOf(write.Person) is { } person && memory.PlacesIn(person).TryGetValue(write.Message.Value, out var entered))
        {
            settle.Bind(1, entered).Bind(2, write.Seq).Bind(3, write.Reference.Span).Execute();
        }
    }

    public void Erase(PersonId person)
    {
        erasePerson.Bind(1, person.Value).Execute();
        memory.Clear();
    }

    /// <summary>To be called when what was written is taken back.</summary>
    public void Forget() => memory.Clear();

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
        var statement = write.ExpectedVersion == 0 ? addRecord : setRecord;
        statement.Bind(1, person).Bind(2, write.Record.Value).Bind(3, write.ExpectedVersion + 1).Bind(4, write.Payload.Span).Execute();
        memory.SetVersion(person, write.Record, write.ExpectedVersion + 1);
    }

    private void Write(long person, MessageWrite write)
    {
        var settled = write.Settled ? 1 : 0;
        var place = memory.PlacesIn(person).TryGetValue(write.Message.Value, out var entered)
            ? replaceMessage.Bind(1, entered).Bind(2, write.Seq).Bind(3, settled).Bind(4, write.Payload.Span).Single()!.Value
            : addMessage.Bind(1, person).Bind(2, write.Message.Value).Bind(3, write.Seq).Bind(4, settled).Bind(5, write.Payload.Span).Insert();
        memory.SetPlace(person, write.Message.Value, place);
    }

    private long? NumberOf(PersonId person)
    {
        if (memory.TryGetNumber(person, out var known))
        {
            return known;
        }

        var number = numberOf.Bind(1, person.Value).Single();
        if (number is { } found)
        {
            memory.SetNumber(person, found);
        }

        return number;
    }

    private long Add(PersonId person)
    {
        var number = addPerson.Bind(1, person.Value).Single()!.Value;
        memory.SetNumber(person, number);
        return number;
    }

    private long VersionOf(long person, RecordId record)
    {
        if (!memory.TryGetVersion(person, record, out var version))
        {
            version = versionOf.Bind(1, person).Bind(2, record.Value).Single() ?? 0;
            memory.SetVersion(person, record, version);
        }

        return version;
    }
}
