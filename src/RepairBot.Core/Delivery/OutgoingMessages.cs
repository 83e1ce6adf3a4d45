using RepairBot.Core.Chat;
using RepairBot.Core.Privacy;
using RepairBot.Core.Repairs;
using RepairBot.Core.Storage;

namespace RepairBot.Core.Delivery;

/// <summary>
/// What an adapter needs to show messages: which wait, to whom they go, and where to note that they were shown. References and notes are
/// sealed under the person's own key, like their texts. All members may be called from many threads at once, and fail as
/// <see cref="IStore"/> and <see cref="KeyRing"/> do.
/// </summary>
public sealed class OutgoingMessages(IStore store, KeyRing keys)
{
    private readonly Sealer sealer = new(keys);
    private readonly SealedState state = new(new Sealer(keys));

    /// <summary>What is still to be done for whoever is erased.</summary>
    public Farewells Farewells { get; } = new(store, keys);

    /// <summary>Everybody for whom a message waits, whoever has waited longest first.</summary>
    public async Task<IReadOnlyList<PersonId>> PeopleAsync(CancellationToken cancellationToken)
    {
        var waiting = await store.UnsettledAsync(int.MaxValue, cancellationToken);
        return [.. waiting.Select(row => row.Person).Distinct()];
    }

    /// <summary>The person behind a platform identity; null for a stranger.</summary>
    public async Task<PersonId?> FindAsync(PlatformIdentity who, CancellationToken cancellationToken) =>
        await store.FindPersonAsync(keys.HashIdentity(who.Platform, who.Id), cancellationToken) is { } person && keys.Has(person) ? person : null;

    /// <summary>Where a person's messages go; null when they are gone, or were never heard of on a platform that delivers.</summary>
    public async Task<Recipient?> RecipientAsync(PersonId person, CancellationToken cancellationToken)
    {
        if (!keys.Has(person)
            || await store.LoadAsync(person, RecordId.Head, cancellationToken) is not { } stored
            || state.Open<Person>(Seal.OfRecord(person, RecordId.Head, stored.Version), stored.Payload) is not { Address: { } address } head)
        {
            return null;
        }

        var notes = await store.LoadAsync(person, RecordId.Address, cancellationToken) is { } kept
            ? sealer.Open(Seal.OfRecord(person, RecordId.Address, kept.Version), kept.Payload)
            : default;
        return new Recipient(person, head.Platform, address, head.Settings.Language, notes) { LastAt = head.LastAt, Farewell = head.Farewell };
    }

    /// <summary>A person's unconfirmed messages above a sequence number, in order; none for somebody who is gone.</summary>
    public async Task<IReadOnlyList<Outgoing>> WaitingAsync(PersonId person, long after, CancellationToken cancellationToken)
    {
        var rows = await store.LoadMessagesAsync(person, after, int.MaxValue, cancellationToken);
        return keys.Has(person) ? [.. rows.Where(row => !row.Settled).Select(Open)] : [];
    }

    /// <summary>Every reference that is kept of a person's messages; none for somebody who is gone.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReferencesAsync(PersonId person, CancellationToken cancellationToken)
    {
        var rows = await store.LoadMessagesAsync(person, 0, int.MaxValue, cancellationToken);
        return keys.Has(person) ? [.. rows.Where(row => !row.Reference.IsEmpty).Select(Reference)] : [];
    }

    /// <summary>Notes that a version was shown. False when the person is gone: what was shown has to be taken away again.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="message">The version that was shown.</param>
    /// <param name="reference">The platform's own reference.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<bool> SettleAsync(PersonId person, Message message, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken)
    {
        // Sealing for somebody whose key was destroyed would make them a new one.
        if (!keys.Has(person))
        {
            return false;
        }

        var sealedReference = sealer.Seal(Seal.OfReference(person, message.Id, message.Seq), reference);
        await store.SettleAsync(person, message.Id, message.Seq, sealedReference, cancellationToken);
        return true;
    }

    /// <summary>Keeps what an adapter knows about reaching a person, in place of what it kept before. Somebody who is gone is no error.</summary>
    public async Task KeepAsync(PersonId person, ReadOnlyMemory<byte> notes, CancellationToken cancellationToken)
    {
        var result = CommitResult.Conflict;
        while (result == CommitResult.Conflict && keys.Has(person))
        {
            var version = (await store.LoadAsync(person, RecordId.Address, cancellationToken))?.Version ?? 0;
            var payload = sealer.Seal(Seal.OfRecord(person, RecordId.Address, version + 1), notes);
            result = await store.CommitAsync(
                new Commit { Person = person, Records = [new RecordWrite(RecordId.Address, version, payload)] }, cancellationToken);
        }
    }

    private Outgoing Open(StoredMessage row) => new(
        state.Open<Message>(Seal.OfMessage(row.Person, row.Message, row.Seq), row.Payload),
        row.Reference.IsEmpty ? default : Reference(row));

    private ReadOnlyMemory<byte> Reference(StoredMessage row) =>
        sealer.Open(Seal.OfReference(row.Person, row.Message, row.ReferenceSeq), row.Reference);
}
