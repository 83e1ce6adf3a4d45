using System.Collections.Concurrent;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;

namespace RepairBot.Discord.Texts;

/// <summary>
/// Everybody whose direct messages have to be looked through after the program was off. Only their random ids are kept, in a record of the
/// adapter's own: who they are stands sealed under their own keys, and goes with them.
/// </summary>
internal sealed class KnownPeople(IStore store, KeyRing keys, OutgoingMessages outgoing) : IDisposable
{
    private const string Purpose = "discord-adapter";
    private const string Name = "people";
    private const int IdLength = 16;
    private static readonly RecordId Record = RecordId.Head;

    private readonly Sealer sealer = new(keys);
    private readonly ConcurrentDictionary<PersonId, bool> kept = [];
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>Everybody, whoever was erased since left out.</summary>
    public async Task<IReadOnlyList<PersonId>> ReadAsync(CancellationToken cancellationToken)
    {
        var (_, _, people) = await LoadAsync(cancellationToken);
        var there = people.Where(keys.Has).ToList();
        there.ForEach(person => kept[person] = true);
        return there;
    }

    /// <summary>Keeps a person, once.</summary>
    public async Task KeepAsync(PlatformIdentity who)
    {
        if (await outgoing.FindAsync(who, CancellationToken.None) is not { } person || !kept.TryAdd(person, true))
        {
            return;
        }

        await writing.WaitAsync();
        try
        {
            while (!await TryKeepAsync(person))
            {
            }
        }
        catch
        {
            kept.TryRemove(person, out _);
            throw;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    // False when another process was first.
    private async Task<bool> TryKeepAsync(PersonId person)
    {
        var (adapter, version, people) = await LoadAsync(CancellationToken.None);
        if (people.Contains(person))
        {
            return true;
        }

        var owner = adapter ?? new PersonId(Guid.NewGuid());
        var ids = people.Where(keys.Has).Append(person).SelectMany(one => one.Value.ToByteArray()).ToArray();
        var commit = new Commit
        {
            Person = owner,
            Identity = adapter is null ? Identity : null,
            Records = [new RecordWrite(Record, version, sealer.Seal(Seal.OfRecord(owner, Record, version + 1), ids))],
        };
        return await store.CommitAsync(commit, CancellationToken.None) == CommitResult.Committed;
    }

    private async Task<(PersonId? Adapter, long Version, IReadOnlyList<PersonId> People)> LoadAsync(CancellationToken cancellationToken)
    {
        if (await store.FindPersonAsync(Identity, cancellationToken) is not { } adapter
            || await store.LoadAsync(adapter, Record, cancellationToken) is not { } stored)
        {
            return (null, 0, []);
        }

        var ids = sealer.Open(Seal.OfRecord(adapter, Record, stored.Version), stored.Payload);
        var people = Enumerable.Range(0, ids.Length / IdLength).Select(at => new PersonId(new Guid(ids.Span.Slice(at * IdLength, IdLength))));
        return (adapter, stored.Version, [.. people]);
    }

    private IdentityHash Identity => keys.HashIdentity(Purpose, Name);
}
