using Microsoft.Data.Sqlite;
using RepairBot.Core.Storage;

namespace RepairBot.Sql.Sqlite;

/// <summary>Copies the store as it is at one moment, while others go on writing.</summary>
internal static class SqliteBackup
{
    /// <summary>Looks at the first bytes.</summary>
    public static void ThrowIfForeign(string file)
    {
        Span<byte> start = stackalloc byte[16];
        try
        {
            using var stream = File.OpenRead(file);
            if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("SQLite format 3\0"u8))
            {
                return;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unavailable, $"The backup {file} can't be read.", e);
        }

        throw new StoreException(
            StoreFailure.Foreign, $"{file} is no backup of a SQLite store. Set RepairBot:Store to the store that wrote it.", inner: null);
    }

    public static void Write(SqliteConnection from, string file)
    {
        try
        {
            // Never over an existing file.
            using var empty = new FileStream(file, FileMode.CreateNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unavailable, $"The backup can't be written to {file}: it exists already, or this user may not write there.", e);
        }

        try
        {
            var target = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
            using var to = new SqliteConnection(target.ConnectionString);
            to.Open();
            from.BackupDatabase(to);

            // One file is the whole backup: no log beside it.
            SqliteFile.Run(to, "PRAGMA journal_mode = DELETE;");
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }
}
