using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using RepairBot.Sql.Sqlite;

namespace RepairBot.Sql;

/// <summary>The store on one SQLite file, for one process. Commits that wait at the same time share a transaction and its flush.</summary>
public sealed class SqliteStore : IStore
{
    private const string Kind = "Sqlite";
    private const long CachedBytes = 32 * 1024 * 1024;

    private readonly StoreDirectory directory;
    private readonly ILogger logger;
    private readonly SqliteWriter writer;
    private readonly SqliteReaders readers;
    private readonly WriteQueue queue;
    private readonly ReminderHolds holds = new();
    private readonly RecentRecords recent = new(CachedBytes);

    private SqliteStore(StoreDirectory directory, SqliteWriter writer, ILogger logger)
    {
        this.directory = directory;
        this.writer = writer;
        this.logger = logger;
        readers = new SqliteReaders(directory.PathOf(SqliteFile.Name));
        queue = new WriteQueue("SQLite writer", Write, () => false);
    }

    /// <summary>Opens the store in a data directory, made when it is missing.</summary>
    /// <exception cref="StoreException">In use, foreign, damaged or unavailable.</exception>
    public static SqliteStore Open(string dataDirectory, ILogger<SqliteStore> logger)
    {
        var started = TimeProvider.System.GetTimestamp();
        var taken = StoreDirectory.Open(dataDirectory, Kind, SqliteSchema.Format, SqliteFile.Name);
        try
        {
            var opened = new SqliteWriter(taken.PathOf(SqliteFile.Name));
            taken.Mark();
            Log.Opened(logger, opened.Version, TimeProvider.System.GetElapsedTime(started));
            return new SqliteStore(taken, opened, logger);
        }
        catch (SqliteException e)
        {
            taken.Dispose();
            throw SqliteFile.Translate(e);
        }
    }

    /// <summary>Makes a backup the content of a data directory that holds no store yet.</summary>
    /// <exception cref="StoreException">The directory holds data, or the file is no backup of this store.</exception>
    public static void Restore(string backup, string dataDirectory)
    {
        SqliteBackup.ThrowIfForeign(backup);
        using var target = StoreDirectory.Open(dataDirectory, Kind, SqliteSchema.Format, SqliteFile.Name);
        target.Receive(backup, SqliteFile.Name);
        target.Mark();
    }

    /// <inheritdoc/>
    public ValueTask<PersonId?> FindPersonAsync(IdentityHash identity, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.FindPerson(identity), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> LoadAsync(PersonId person, RecordId record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return recent.TryGet(person, record, out var cached)
            ? ValueTask.FromResult<StoredRecord?>(cached)
            : ReadAsync(reader => reader.Load(person, record), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> LoadAllAsync(PersonId person, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.LoadAll(person), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredMessage?> LoadMessageAsync(PersonId person, MessageId message, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.LoadMessage(person, message), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> LoadMessagesAsync(
        PersonId person, long afterSeq, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ReadAsync(reader => reader.LoadMessages(person, afterSeq, limit), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        Commit.ThrowIfMalformed(commit);
        return queue.WriteAsync(new StoreWrite.Turn(commit), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredReminder>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return queue.RunAsync<IReadOnlyList<StoredReminder>>(
            () =>
            {
                var claimed = Translated(() => writer.Due(now, limit, (person, reminder) => !holds.IsHeld(person, reminder, now)));
                holds.Hold(claimed, now, lease);
                return claimed;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.NextDue(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> UnsettledAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ReadAsync(reader => reader.Unsettled(limit), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask SettleAsync(
        PersonId person, MessageId message, long seq, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken) =>
        await queue.WriteAsync(new StoreWrite.Settlement(person, message, seq, reference), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask EraseAsync(PersonId person, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Whoever stops waiting does not stop the erasure half-way.
        await EraseAsync(person).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask BackupAsync(string file, CancellationToken cancellationToken)
    {
        await ReadAsync(
            reader =>
            {
                SqliteBackup.Write(reader.Connection, file);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync();
        readers.Dispose();
        writer.Dispose();
        directory.Dispose();
    }

    private void Write(IReadOnlyList<PendingWrite> group)
    {
        Translated(() =>
        {
            writer.Write(group);
            return true;
        });
        foreach (var pending in group)
        {
            if (pending is { Result: CommitResult.Committed, Write: StoreWrite.Turn turn })
            {
                recent.Note(turn.Commit);
                holds.Free(turn.Commit);
            }
        }
    }

    private async Task EraseAsync(PersonId person)
    {
        await queue.RunAsync(
            () =>
            {
                Translated(() =>
                {
                    writer.Erase(person);
                    return true;
                });
                recent.Forget(person);
                holds.FreeAll(person);
                return true;
            },
            CancellationToken.None);

        // The log holds the old bytes until it is emptied, and it can't be emptied while somebody reads from it.
        var emptied = false;
        await readers.WhileIdleAsync(async () => emptied = await queue.RunAsync(() => Translated(writer.Truncate), CancellationToken.None));
        if (!emptied)
        {
            throw new StoreException(
                StoreFailure.Unavailable, "The person is erased, but SQLite's log could not be emptied. Erase them again.", inner: null);
        }
    }

    private ValueTask<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken) =>
        readers.ReadAsync(reader => Translated(() => read(reader)), cancellationToken);

    private T Translated<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            Log.Failed(logger, e.SqliteExtendedErrorCode);
            throw SqliteFile.Translate(e);
        }
    }
}
