using Microsoft.Data.Sqlite;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Sql.Sqlite;

/// <summary>A connection that only reads, and its statements. One caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const string MessageColumns = "m.message, m.seq, m.settled, m.reference_seq, m.reference, m.payload";

    private readonly Statement findPerson;
    private readonly Statement load;
    private readonly Statement loadAll;
    private readonly Statement loadMessage;
    private readonly Statement loadMessages;
    private readonly Statement unsettled;
    private readonly Statement nextDue;

    public SqliteReader(string path)
    {
        Connection = SqliteFile.Open(path);
        SqliteFile.Run(Connection, "PRAGMA query_only = ON;");
        findPerson = Prepare("SELECT p.id FROM identity i JOIN person p ON p.number = i.person WHERE i.hash = ?1");
        load = Prepare("SELECT r.version, r.payload FROM person p JOIN record r ON r.person = p.number WHERE p.id = ?1 AND r.record = ?2");
        loadAll = Prepare(
            """
            SELECT r.record, r.version, r.payload FROM person p JOIN record r ON r.person = p.number
            WHERE p.id = ?1 ORDER BY r.record <> 0, r.record
            """);
        loadMessage = Prepare(
            $"SELECT {MessageColumns} FROM person p JOIN message m ON m.person = p.number WHERE p.id = ?1 AND m.message = ?2");
        loadMessages = Prepare(
            $"""
            SELECT {MessageColumns} FROM person p JOIN message m ON m.person = p.number
            WHERE p.id = ?1 AND m.seq > ?2 ORDER BY m.seq LIMIT ?3
            """);
        unsettled = Prepare(
            $"""
            SELECT {MessageColumns}, p.id FROM message m JOIN person p ON p.number = m.person
            WHERE m.settled = 0 ORDER BY m.entered LIMIT ?1
            """);
        nextDue = Prepare("SELECT min(due) FROM reminder");
    }

    public SqliteConnection Connection { get; }

    public PersonId? FindPerson(IdentityHash identity)
    {
        findPerson.Bind(1, identity.Bytes.Span);
        return First(findPerson, row => (PersonId?)new PersonId(row.Guid(0)));
    }

    public StoredRecord? Load(PersonId person, RecordId record)
    {
        load.Bind(1, person.Value).Bind(2, record.Value);
        return First(load, row => new StoredRecord(person, record, row.Int64(0), row.Blob(1)));
    }

    public IReadOnlyList<StoredRecord> LoadAll(PersonId person)
    {
        loadAll.Bind(1, person.Value);
        return All(loadAll, row => new StoredRecord(person, new RecordId(row.Int64(0)), row.Int64(1), row.Blob(2)));
    }

    public StoredMessage? LoadMessage(PersonId person, MessageId message)
    {
        loadMessage.Bind(1, person.Value).Bind(2, message.Value);
        return First(loadMessage, row => Message(row, person));
    }

    public IReadOnlyList<StoredMessage> LoadMessages(PersonId person, long afterSeq, int limit)
    {
        loadMessages.Bind(1, person.Value).Bind(2, afterSeq).Bind(3, limit);
        return All(loadMessages, row => Message(row, person));
    }

    public IReadOnlyList<StoredMessage> Unsettled(int limit)
    {
        unsettled.Bind(1, limit);
        return All(unsettled, row => Message(row, new PersonId(row.Guid(6))));
    }

    public DateTimeOffset? NextDue() =>
        First(nextDue, row => row.IsNull(0) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(0)));

    public void Dispose()
    {
        Statement[] statements = [findPerson, load, loadAll, loadMessage, loadMessages, unsettled, nextDue];
        Array.ForEach(statements, statement => statement.Dispose());
        Connection.Dispose();
    }

    private Statement Prepare(string sql) => new(Connection, sql);

    private static StoredMessage Message(Statement row, PersonId person) => new(
        person, new MessageId(row.Int64(0)), row.Int64(1), row.Int64(2) != 0, row.Int64(3), row.Blob(4), row.Blob(5));

    private static T? First<T>(Statement statement, Func<Statement, T> read)
    {
        try
        {
            return statement.Step() ? read(statement) : default;
        }
        finally
        {
            statement.Reset();
        }
    }

    private static List<T> All<T>(Statement statement, Func<Statement, T> read)
    {
        try
        {
            var rows = new List<T>();
            while (statement.Step())
            {
                rows.Add(read(statement));
            }

            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }
}
