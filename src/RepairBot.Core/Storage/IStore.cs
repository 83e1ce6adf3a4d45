using RepairBot.Core.Chat;

namespace RepairBot.Core.Storage;

/// <summary>
/// Where sealed state lives. Ids, versions, sequence numbers and due times are in clear; every payload is opaque to the store.
/// All members may be called from many threads at once. A task that completes has kept its promise on the disk; a world that fails
/// (disk full, server gone) surfaces as <see cref="StoreException"/>, and then nothing of that call happened or all of it did.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>The person behind a platform identity; null for a stranger.</summary>
    /// <param name="identity">A keyed hash, never the platform's own id.</param>
    /// <param name="cancellationToken">Stops waiting, not a commit under way.</param>
    ValueTask<PersonId?> FindPersonAsync(IdentityHash identity, CancellationToken cancellationToken);

    /// <summary>One record; null when there is none.</summary>
    ValueTask<StoredRecord?> LoadAsync(PersonId person, RecordId record, CancellationToken cancellationToken);

    /// <summary>Every record of a person, head first, then by id. For export and erasure.</summary>
    ValueTask<IReadOnlyList<StoredRecord>> LoadAllAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>One message in its latest version; null when this person has no such message.</summary>
    ValueTask<StoredMessage?> LoadMessageAsync(PersonId person, MessageId message, CancellationToken cancellationToken);

    /// <summary>Messages in their latest versions whose sequence number is above <paramref name="afterSeq"/>, in that order.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="afterSeq">0 for all.</param>
    /// <param name="limit">Most rows, at least 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<IReadOnlyList<StoredMessage>> LoadMessagesAsync(
        PersonId person, long afterSeq, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Writes one outcome whole or not at all. A record whose version differs from the expected one, or an identity that is
    /// somebody else's by now, is a conflict and changes nothing. Completes when the data is on the disk.
    /// </summary>
    ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Takes up to <paramref name="limit"/> reminders due at or before <paramref name="now"/>, in due order, that nobody else holds, and
    /// holds them until <paramref name="now"/> + <paramref name="lease"/>. A reminder ends when a commit drops it.
    /// </summary>
    ValueTask<IReadOnlyList<StoredReminder>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>When the next reminder, held or not, is due; null when there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Messages that no platform has confirmed yet, oldest first, over all people.</summary>
    ValueTask<IReadOnlyList<StoredMessage>> UnsettledAsync(int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Notes the platform's (sealed) reference to a message version. A later version stays unsettled, but has the reference from now on;
    /// the reference of a later confirmed version is kept. A message that is gone is no error.
    /// </summary>
    ValueTask SettleAsync(
        PersonId person, MessageId message, long seq, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken);

    /// <summary>
    /// Removes everything of a person: records, messages, reminders, identities. Completes when none of it is left in the store's
    /// current files. Removing a stranger is no error.
    /// </summary>
    ValueTask EraseAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a consistent copy of the whole store to a new file while it is in use.
    /// </summary>
    /// <exception cref="StoreException">The file exists already or can't be written.</exception>
    ValueTask BackupAsync(string file, CancellationToken cancellationToken);
}
