using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Testing.Storage;

/// <summary>
/// Another store with a test standing before and after its commits: to make one wait as a disk does, or to throw as a crash would.
/// </summary>
public sealed class SteppedStore(IStore inner) : IStore
{
    /// <summary>What a commit waits for before it reaches the store; what it throws keeps the commit away.</summary>
    public Func<Task> BeforeCommit { get; set; } = () => Task.CompletedTask;

    /// <summary>What a commit waits for once it is in the store; what it throws keeps the answer away.</summary>
    public Func<Task> AfterCommit { get; set; } = () => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<PersonId?> FindPersonAsync(IdentityHash identity, CancellationToken cancellationToken) =>
        inner.FindPersonAsync(identity, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> LoadAsync(PersonId person, RecordId record, CancellationToken cancellationToken) =>
        inner.LoadAsync(person, record, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> LoadAllAsync(PersonId person, CancellationToken cancellationToken) =>
        inner.LoadAllAsync(person, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredMessage?> LoadMessageAsync(PersonId person, MessageId message, CancellationToken cancellationToken) =>
        inner.LoadMessageAsync(person, message, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> LoadMessagesAsync(PersonId person, long afterSeq, int limit, CancellationToken cancellationToken) =>
        inner.LoadMessagesAsync(person, afterSeq, limit, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        await BeforeCommit();
        var result = await inner.CommitAsync(commit, cancellationToken);
        await AfterCommit();
        return result;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredReminder>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        inner.ClaimDueAsync(now, lease, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => inner.NextDueAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> UnsettledAsync(int limit, CancellationToken cancellationToken) =>
        inner.UnsettledAsync(limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SettleAsync(PersonId person, MessageId message, long seq, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken) =>
        inner.SettleAsync(person, message, seq, reference, cancellationToken);

    /// <inheritdoc/>
    public ValueTask EraseAsync(PersonId person, CancellationToken cancellationToken) => inner.EraseAsync(person, cancellationToken);

    /// <inheritdoc/>
    public ValueTask BackupAsync(string file, CancellationToken cancellationToken) => inner.BackupAsync(file, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
