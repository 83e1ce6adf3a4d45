using Microsoft.Data.Sqlite;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Sql.Sqlite;

/// <summary>The one connection that writes, and its statements. Only the queue's thread calls it.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<Statement> statements = [];
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly SqliteRows rows;

    public SqliteWriter(string path)
    {
        connection = SqliteFile.Open(path);
        SqliteFile.Run(connection, SqliteSchema.Create);
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        rollback = Prepare("ROLLBACK");
        rows = new SqliteRows(Prepare);
    }

    /// <summary>The SQLite library's version.</summary>
    public string Version => connection.ServerVersion;

    /// <summary>One transaction for all; each write is told whether it conflicts.</summary>
    public void Write(IReadOnlyList<PendingWrite> group) => InTransaction(() =>
    {
        foreach (var pending in group)
        {
            pending.Result = Write(pending.Write);
        }
    });

    /// <summary>Removes a person and, with them, all their rows.</summary>
    public void Erase(PersonId person) => InTransaction(() => rows.Erase(person));

    /// <summary>Brings the file up to date and empties the log. True when nothing was in the way.</summary>
    public bool Truncate()
    {
        using var checkpoint = new Statement(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        var busy = checkpoint.Step() && checkpoint.Int64(0) != 0;
        checkpoint.Reset();
        return !busy;
    }

    /// <summary>Reminders in due order that fit, as many as asked.</summary>
    public List<StoredReminder> Due(DateTimeOffset now, int limit, Func<PersonId, ReminderId, bool> fits) => rows.Due(now, limit, fits);

    public void Dispose()
    {
        statements.ForEach(statement => statement.Dispose());
        connection.Dispose();
    }

    private CommitResult Write(StoreWrite write)
    {
        if (write is StoreWrite.Settlement settlement)
        {
            rows.Settle(settlement);
            return CommitResult.Committed;
        }

        var turn = ((StoreWrite.Turn)write).Commit;
        if (!rows.Accepts(turn))
        {
            return CommitResult.Conflict;
        }

        rows.Apply(turn);
        return CommitResult.Committed;
    }

    private void InTransaction(Action work)
    {
        begin.Execute();
        try
        {
            work();
            commit.Execute();
        }
        catch
        {
            rows.Forget();

            // SQLite has rolled back by itself after some failures, such as a full disk.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                rollback.Execute();
            }

            throw;
        }
    }

    private Statement Prepare(string sql)
    {
        var statement = new Statement(connection, sql);
        statements.Add(statement);
        return statement;
    }
}
