using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using RepairBot.LiteDb.Engine;
using RepairBot.LiteDb.Rows;

namespace RepairBot.LiteDb;

/// <summary>
/// The store on LiteDB behind a checksummed journal, for one process. One thread makes every call to LiteDB; a commit returns when the
/// journal is flushed, and LiteDB follows (docs/decisions/0003).
/// </summary>
public sealed class LiteDbStore : IStore
{
    private const string Kind = "LiteDb";
    private const int Format = 1;
    private const long CheckpointAfter = 8 * 1024 * 1024;
    private const long LongestLog = 32 * 1024 * 1024;
    private const long RetryAfter = 1024 * 1024;
    private const int ChangedReminders = 256;

    // A place in LiteDB costs up to half a millisecond: whoever waits meanwhile waits for a few only.
    private const int RemindersAtOnce = 4;

    private readonly StoreDirectory directory;
    private readonly ILogger logger;
    private readonly LiveRows live;
    private readonly WriteQueue queue;
    private readonly ReminderHolds holds = new();

    // A backup copies the data file, which only a checkpoint changes: none may happen meanwhile.
    private readonly SemaphoreSlim dataFile = new(1);
    private bool isCopying;
    private long checkpointAt = CheckpointAfter;
    private long visitAt;
    private bool isCatchingUp;
    private int disposed;

    private LiteDbStore(StoreDirectory directory, LiveRows live, ILogger logger)
    {
        this.directory = directory;
        this.live = live;
        this.logger = logger;
        queue = new WriteQueue("LiteDB", Write, Tend);
    }

    /// <summary>Opens the store in a data directory, made when it is missing.</summary>
    /// <exception cref="StoreException">In use, foreign, damaged or unavailable.</exception>
    public static LiteDbStore Open(string dataDirectory, ILogger<LiteDbStore> logger) =>
        Open(dataDirectory, logger, (path, beforeShrinking) => new EngineStream(path, beforeShrinking));

    internal static LiteDbStore Open(string dataDirectory, ILogger logger, OpenEngineStream open)
    {
        var started = TimeProvider.System.GetTimestamp();
        var taken = StoreDirectory.Open(dataDirectory, Kind, Format, Collections.DataName);
        try
        {
            LiteDbFiles.Prepare(taken, hasData: StoreDirectory.HoldsData(dataDirectory));
            var rows = new LiveRows(taken, open, logger);
            var pending = rows.Use(opened => opened.Pending);
            taken.Mark();
            Log.Opened(logger, TimeProvider.System.GetElapsedTime(started), pending);
            return new LiteDbStore(taken, rows, logger);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Makes a backup the content of a data directory that holds no store yet.</summary>
    /// <exception cref="StoreException">The directory holds data, or the file is no backup of this store.</exception>
    public static void Restore(string backup, string dataDirectory)
    {
        LiteDbFiles.ThrowIfForeign(backup);
        using var target = StoreDirectory.Open(dataDirectory, Kind, Format, Collections.DataName);
        target.Receive(backup, Collections.DataName);
        LiteDbFiles.Prepare(target, hasData: false);
        target.Mark();
    }

    /// <inheritdoc/>
    public async ValueTask<PersonId?> FindPersonAsync(IdentityHash identity, CancellationToken cancellationToken) =>
        await FindAsync(RowKey.Of(identity), cancellationToken) is Row.Identity found ? found.Owner : null;

    /// <inheritdoc/>
    public async ValueTask<StoredRecord?> LoadAsync(PersonId person, RecordId record, CancellationToken cancellationToken) =>
        await FindAsync(RowKey.OfRecord(person, record), cancellationToken) is Row.Record found ? found.Value : null;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> LoadAllAsync(PersonId person, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredRecord>>(
            rows => [.. rows.KeysOf(Table.Records, person).Select(key => ((Row.Record)rows.Find(key)!).Value)
                .OrderBy(row => row.Record != RecordId.Head)],
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<StoredMessage?> LoadMessageAsync(PersonId person, MessageId message, CancellationToken cancellationToken) =>
        await FindAsync(RowKey.OfMessage(person, message), cancellationToken) is Row.Message found ? found.Value : null;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> LoadMessagesAsync(
        PersonId person, long afterSeq, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ReadAsync<IReadOnlyList<StoredMessage>>(
            rows => [.. rows.Feeds.Of(person).After(afterSeq, limit)
                .Select(id => ((Row.Message)rows.Find(RowKey.Of(Table.Messages, person, id))!).Value)],
            cancellationToken);
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
                var claimed = live.Use(rows => rows.Due.Until(now.ToUnixTimeMilliseconds())
                    .Select(due => new StoredReminder(due.Key.Person, new ReminderId(due.Key.Id), Instant(due.Row.Due), due.Row.Payload))
                    .Where(row => !holds.IsHeld(row.Person, row.Reminder, now))
                    .Take(limit)
                    .ToList());
                holds.Hold(claimed, now, lease);
                return claimed;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            rows => rows.Due.Until(long.MaxValue).Select(due => (DateTimeOffset?)Instant(due.Row.Due)).FirstOrDefault(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> UnsettledAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ReadAsync<IReadOnlyList<StoredMessage>>(
            rows => [.. rows.Unsettled.Oldest(limit).Select(key => ((Row.Message)rows.Find(key)!).Value)], cancellationToken);
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
        await WithDataFileAsync(() => queue.RunAsync(() => Erase(person), CancellationToken.None).AsTask()).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask BackupAsync(string file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await WithDataFileAsync(() => BackupAsync(file)).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await queue.RunAsync(Close, CancellationToken.None);
            await queue.DisposeAsync();
            dataFile.Dispose();
            directory.Dispose();
        }
    }

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private async ValueTask<Row?> FindAsync(RowKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return live.Current is { } rows && rows.TryFind(key, out var found)
            ? found
            : await ReadAsync(opened => opened.Find(key), cancellationToken);
    }

    private ValueTask<T> ReadAsync<T>(Func<JournaledRows, T> read, CancellationToken cancellationToken) =>
        queue.ReadAsync(() => live.Use(read), cancellationToken);

    private void Write(IReadOnlyList<PendingWrite> group)
    {
        live.Use(rows =>
        {
            var changing = new Changing(rows);
            foreach (var pending in group)
            {
                pending.Result = changing.Write(pending.Write);
            }

            return LiteDbFiles.Commit(rows, changing.Changes);
        });
        foreach (var pending in group)
        {
            if (pending is { Result: CommitResult.Committed, Write: StoreWrite.Turn turn })
            {
                holds.Free(turn.Commit);
            }
        }
    }

    private bool Tend()
    {
        if (live.Current is not { } rows)
        {
            return false;
        }

        var isLong = rows.JournalLength >= checkpointAt || (rows.LogLength >= LongestLog && rows.JournalLength >= visitAt);
        if (isLong && !isCopying)
        {
            TryVisit(Checkpoint);
        }
        else if (rows.Due.Changed >= (isCatchingUp ? 1 : ChangedReminders) && rows.JournalLength >= visitAt)
        {
            isCatchingUp = true;
            TryVisit(ApplyReminders);
        }
        else
        {
            isCatchingUp = false;
        }

        return isCatchingUp && live.Current is not null && visitAt == 0;
    }

    // Nobody waits for this visit to LiteDB, and the journal keeps everything until one succeeds.
    private void TryVisit(Func<JournaledRows, bool> visit)
    {
        try
        {
            (checkpointAt, visitAt) = (CheckpointAfter, 0);
            live.Use(visit);
        }
        catch (StoreException)
        {
            visitAt = (live.Current?.JournalLength ?? 0) + RetryAfter;
            checkpointAt = Math.Max(visitAt, CheckpointAfter);
            Log.VisitFailed(logger);
        }
    }

    private static bool ApplyReminders(JournaledRows rows)
    {
        rows.ApplyReminders(RemindersAtOnce);
        return true;
    }

    private static bool Checkpoint(JournaledRows rows)
    {
        rows.Checkpoint();
        return true;
    }

    private bool Erase(PersonId person)
    {
        holds.FreeAll(person);
        return live.Use(rows =>
        {
            var changing = new Changing(rows);
            changing.Erase(person);
            LiteDbFiles.Commit(rows, changing.Changes);
            return Checkpoint(rows);
        });
    }

    private async Task BackupAsync(string file)
    {
        await queue.RunAsync(() => isCopying = live.Use(Checkpoint), CancellationToken.None);
        try
        {
            await LiteDbFiles.CopyAsync(directory.PathOf(Collections.DataName), file);
        }
        finally
        {
            await queue.RunAsync(() => isCopying = false, CancellationToken.None);
        }
    }

    private async Task WithDataFileAsync(Func<Task> work)
    {
        await dataFile.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            dataFile.Release();
        }
    }

    private bool Close()
    {
        TryVisit(Checkpoint);
        live.Dispose();
        return true;
    }
}
