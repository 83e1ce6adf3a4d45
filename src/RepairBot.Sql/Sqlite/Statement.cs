using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RepairBot.Sql.Sqlite;

/// <summary>
/// A prepared statement that is kept. It works on the connection's handle: a command object costs several times what SQLite itself takes
/// for such short statements. Not thread-safe, as the connection isn't.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;

    public Statement(SqliteConnection connection, string sql)
    {
        handle = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public Statement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(statement, parameter, 0) : raw.sqlite3_bind_blob(statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bind(parameter, bytes);
    }

    /// <summary>Runs to the end and tells how many rows it changed.</summary>
    public int Execute()
    {
        while (Step())
        {
            // A pragma answers with rows that say nothing here.
        }

        Reset();
        return raw.sqlite3_changes(handle);
    }

    /// <summary>Goes to the next row; false at the end. <see cref="Reset"/> follows in any case.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        Reset();
        Check(code);
        return false;
    }

    /// <summary>Inserts one row and gives its row number.</summary>
    public long Insert()
    {
        Execute();
        return raw.sqlite3_last_insert_rowid(handle);
    }

    /// <summary>Runs to the end and gives the number in the first column of the first row; null when there is no row.</summary>
    public long? Single()
    {
        long? value = null;
        while (Step())
        {
            value ??= Int64(0);
        }

        Reset();
        return value;
    }

    public long Int64(int column) => raw.sqlite3_column_int64(statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public byte[] Blob(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public Guid Guid(int column) => new(raw.sqlite3_column_blob(statement, column), bigEndian: true);

    /// <summary>Ends reading and forgets what was bound.</summary>
    public void Reset()
    {
        // The code repeats that of the last step, which was told there.
        _ = raw.sqlite3_reset(statement);
        _ = raw.sqlite3_clear_bindings(statement);
    }

    public void Dispose() => statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, handle);
}
