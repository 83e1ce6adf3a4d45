using System.Text.Json;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Testing.Storage;

/// <summary>A store for tests: the whole port, nothing on a disk but backups. Disposing it keeps the rows, so that it can be "reopened".</summary>
public sealed class InMemoryStore : IStore
{
    private readonly Lock gate = new();
    private readonly InMemoryRows rows;
    private readonly ReminderHolds holds = new();

    /// <summary>An empty store.</summary>
    public InMemoryStore() => rows = new InMemoryRows();

    /// <summary>What a backup holds.</summary>
    public InMemoryStore(string backup) => rows = JsonSerializer.Deserialize<InMemoryRows>(File.ReadAllText(backup))!;

    /// <inheritdoc/>
    public ValueTask<PersonId?> FindPersonAsync(IdentityHash identity, CancellationToken cancellationToken) =>
        Locked<PersonId?>(() =>
            rows.Identities.TryGetValue(Convert.ToHexString(identity.Bytes.Span), out var person) ? new PersonId(person) : null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> LoadAsync(PersonId person, RecordId record, CancellationToken cancellationToken) =>
        Locked(() => rows.Records.Find(row => row.Person == person && row.Record == record), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> LoadAllAsync(PersonId person, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<StoredRecord>>(() =>
            [.. rows.Records.Where(row => row.Person == person).OrderBy(row => row.Record != RecordId.Head).ThenBy(row => row.Record.Value)], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredMessage?> LoadMessageAsync(PersonId person, MessageId message, CancellationToken cancellationToken) =>
        Locked(() => rows.Messages.Find(row => row.Person == person && row.Message == message), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> LoadMessagesAsync(
        PersonId person, long afterSeq, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Locked<IReadOnlyList<StoredMessage>>(() =>
            [.. rows.Messages.Where(row => row.Person == person && row.Seq > afterSeq).OrderBy(row => row.Seq).Take(limit)], cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        Commit.ThrowIfMalformed(commit);
        return Locked(() =>
        {
            if (!rows.Accepts(commit))
            {
                return CommitResult.Conflict;
            }

            rows.Apply(commit);
            holds.Free(commit);
            return CommitResult.Committed;
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredReminder>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Locked<IReadOnlyList<StoredReminder>>(() =>
        {
            var claimed = rows.Reminders
                .Where(row => row.DueAt <= now && !holds.IsHeld(row.Person, row.Reminder, now))
                .OrderBy(row => row.DueAt)
                .Take(limit)
                .ToList();
            holds.Hold(claimed, now, lease);
            return claimed;
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        Locked<DateTimeOffset?>(() => rows.Reminders.Count == 0 ? null : rows.Reminders.Min(row => row.DueAt), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> UnsettledAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Locked<IReadOnlyList<StoredMessage>>(() =>
            [.. rows.Messages.Where(row => !row.Settled).Take(limit)], cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(
        PersonId person, MessageId message, long seq, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken) =>
        Done(Locked(() => rows.Settle(person, message, seq, reference), cancellationToken));

    /// <inheritdoc/>
    public ValueTask EraseAsync(PersonId person, CancellationToken cancellationToken) =>
        Done(Locked(() =>
        {
            rows.Erase(person);
            holds.FreeAll(person);
            return true;
        }, cancellationToken));

    /// <inheritdoc/>
    public ValueTask BackupAsync(string file, CancellationToken cancellationToken) =>
        Done(Locked(() =>
        {
            if (File.Exists(file))
            {
                throw new StoreException(StoreFailure.Unavailable, $"{file} exists already.", inner: null);
            }

            File.WriteAllText(file, JsonSerializer.Serialize(rows));
            return true;
        }, cancellationToken));

    /// <summary>Keeps the rows.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ValueTask<T> Locked<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        lock (gate)
        {
            try
            {
                return ValueTask.FromResult(work());
            }
            catch (StoreException e)
            {
                return ValueTask.FromException<T>(e);
            }
        }
    }

    private static async ValueTask Done<T>(ValueTask<T> work) => await work;
}
