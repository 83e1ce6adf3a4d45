using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Testing.Storage;

/// <summary>A store that takes its time over every call that reads or commits, once told to.</summary>
public sealed class SlowStore(IStore inner) : IStore
{
    /// <summary>How long each call takes.</summary>
    public TimeSpan By { get; set; }

    public async ValueTask<PersonId?> FindPersonAsync(IdentityHash identity, CancellationToken cancellationToken) =>
        await Slowly(() => inner.FindPersonAsync(identity, cancellationToken));

    public async ValueTask<StoredRecord?> LoadAsync(PersonId person, RecordId record, CancellationToken cancellationToken) =>
        await Slowly(() => inner.LoadAsync(person, record, cancellationToken));

    public async ValueTask<IReadOnlyList<StoredRecord>> LoadAllAsync(PersonId person, CancellationToken cancellationToken) =>
        await Slowly(() => inner.LoadAllAsync(person, cancellationToken));

    public async ValueTask<StoredMessage?> LoadMessageAsync(PersonId person, MessageId message, CancellationToken cancellationToken) =>
        await Slowly(() => inner.LoadMessageAsync(person, message, cancellationToken));

    public async ValueTask<IReadOnlyList<StoredMessage>> LoadMessagesAsync(PersonId person, long afterSeq, int limit, CancellationToken cancellationToken) =>
        await Slowly(() => inner.LoadMessagesAsync(person, afterSeq, limit, cancellationToken));

    public async ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken) =>
        await Slowly(() => inner.CommitAsync(commit, cancellationToken));

    public async ValueTask<IReadOnlyList<StoredReminder>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        await Slowly(() => inner.ClaimDueAsync(now, lease, limit, cancellationToken));

    public async ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => await Slowly(() => inner.NextDueAsync(cancellationToken));

    public async ValueTask<IReadOnlyList<StoredMessage>> UnsettledAsync(int limit, CancellationToken cancellationToken) =>
        await Slowly(() => inner.UnsettledAsync(limit, cancellationToken));

    public ValueTask SettleAsync(PersonId person, MessageId message, long seq, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken) =>
        inner.SettleAsync(person, message, seq, reference, cancellationToken);

    public ValueTask EraseAsync(PersonId person, CancellationToken cancellationToken) => inner.EraseAsync(person, cancellationToken);

    public ValueTask BackupAsync(string file, CancellationToken cancellationToken) => inner.BackupAsync(file, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async ValueTask<T> Slowly<T>(Func<ValueTask<T>> call)
    {
        if (By > TimeSpan.Zero)
        {
            await Task.Delay(By, TimeProvider.System);
        }

        return await call();
    }
}
