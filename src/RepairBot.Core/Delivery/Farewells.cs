using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Privacy;
using RepairBot.Core.Repairs;
using RepairBot.Core.Storage;

namespace RepairBot.Core.Delivery;

/// <summary>What a platform still does for somebody who is erased: takes away what was shown, and says once that it is done.</summary>
/// <param name="Of">Who is erased. Nothing of them is left by the time their platform begins.</param>
/// <param name="Shown">The platform's references to what was shown to them, oldest first.</param>
public sealed record Farewell(PersonId Of, ImmutableArray<ReadOnlyMemory<byte>> Shown);

/// <summary>
/// Keeps what is still to be done for somebody who is erased until their platform has done it: one last message and the address it goes to,
/// in the name of nobody, under a key of its own, which is destroyed at the end. No word of the person's is in it. All members may be called
/// from many threads at once, and fail as <see cref="IStore"/> and <see cref="KeyRing"/> do.
/// </summary>
public sealed class Farewells(IStore store, KeyRing keys)
{
    private const string Purpose = "farewell";

    private readonly Sealer sealer = new(keys);
    private readonly SealedState state = new(new Sealer(keys));

    /// <summary>Keeps it. From here on the erasure goes to its end, whatever happens to this process.</summary>
    /// <param name="recipient">Who is about to be erased, and where they are reached.</param>
    /// <param name="shown">The platform's references to what was shown to them.</param>
    /// <param name="words">The last message.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>In whose name it is kept.</returns>
    public async Task<PersonId> KeepAsync(
        Recipient recipient, IReadOnlyList<ReadOnlyMemory<byte>> shown, Message words, CancellationToken cancellationToken)
    {
        var nobody = new PersonId(Guid.NewGuid());
        var identity = keys.HashIdentity(Purpose, recipient.Person.Value.ToString("N"));
        var last = words with { Seq = 1, First = 1 };
        var head = new Person
        {
            Platform = recipient.Platform,
            Identity = identity.Bytes,
            Address = recipient.Address,
            Settings = new Settings { Language = recipient.Language },
            Seq = last.Seq,
            Farewell = new Farewell(recipient.Person, [.. shown]),
        };
        var commit = new Commit
        {
            Person = nobody,
            Identity = identity,
            Records =
            [
                new RecordWrite(RecordId.Head, 0, state.Seal(Seal.OfRecord(nobody, RecordId.Head, 1), head)),
                new RecordWrite(RecordId.Address, 0, sealer.Seal(Seal.OfRecord(nobody, RecordId.Address, 1), recipient.Notes)),
            ],
            Messages = [Written(nobody, last)],
        };
        if (await store.CommitAsync(commit, cancellationToken) == CommitResult.Committed)
        {
            return nobody;
        }

        // An earlier try came as far as this.
        keys.Destroy(nobody);
        return await store.FindPersonAsync(identity, cancellationToken) ?? nobody;
    }

    /// <summary>Notes that the person has read the last words elsewhere: they are not sent.</summary>
    public async Task SaidAsync(PersonId nobody, CancellationToken cancellationToken)
    {
        if (keys.Has(nobody) && await store.LoadMessagesAsync(nobody, 0, 1, cancellationToken) is [var row])
        {
            var words = state.Open<Message>(Seal.OfMessage(nobody, row.Message, row.Seq), row.Payload);
            var said = words with { Seq = row.Seq + 1, Removed = true, Text = default };
            await store.CommitAsync(new Commit { Person = nobody, Messages = [Written(nobody, said)] }, cancellationToken);
        }
    }

    /// <summary>Erases whoever is being taken leave of, should a process have ended before it did.</summary>
    public async Task FinishAsync(Farewell farewell, CancellationToken cancellationToken)
    {
        keys.Destroy(farewell.Of);
        await store.EraseAsync(farewell.Of, cancellationToken);
    }

    /// <summary>All is done: the address goes too.</summary>
    public async Task EndAsync(PersonId nobody, CancellationToken cancellationToken)
    {
        keys.Destroy(nobody);
        await store.EraseAsync(nobody, cancellationToken);
    }

    private MessageWrite Written(PersonId nobody, Message words) =>
        new(words.Id, words.Seq, Settled: false, state.Seal(Seal.OfMessage(nobody, words.Id, words.Seq), words));
}
