using Microsoft.Data.Sqlite;
using RepairBot.Core.Storage;

namespace RepairBot.Sql.Sqlite;

/// <summary>Opens connections, each with the settings the promises rest on, and puts SQLite's failures into the port's words.</summary>
internal static class SqliteFile
{
    public const string Name = "repairbot.sqlite";

    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    // WAL with FULL: a commit returns when its frames are flushed. Secure delete: deleted bytes are overwritten with zeros.
    private const string Settings =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16384;
        PRAGMA wal_autocheckpoint = 8000;
        """;

    public static SqliteConnection Open(string path)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        var connection = new SqliteConnection(source.ConnectionString);
        try
        {
            connection.Open();
            Run(connection, Settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements that no value goes into.</summary>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant of this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public static StoreException Translate(SqliteException e) => e.SqliteErrorCode is Corrupt or NotADatabase
        ? new StoreException(StoreFailure.Damaged, "The SQLite file is damaged. Stop the program and restore a backup.", e)
        : new StoreException(
            StoreFailure.Unavailable, $"SQLite can't read or write its file (code {e.SqliteExtendedErrorCode}). Check the disk's room and rights.", e);
}
