using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;

namespace RepairBot.Core.Repairs;

/// <summary>
/// The one way in: takes every event of every person, each person's one at a time and in order, and answers with what is on the disk.
/// All members may be called from many threads at once.
/// </summary>
/// <param name="store">Where sealed state lives.</param>
/// <param name="keys">Every person's key.</param>
/// <param name="turn">The pure turn.</param>
/// <param name="delivery">Platforms whose messages somebody has to show; on any other, the feed itself is what people see.</param>
/// <param name="time">The time.</param>
/// <param name="log">Says how turns went, never what was said.</param>
public sealed class TurnLoop(
    IStore store, KeyRing keys, Turn turn, DeliveringPlatforms delivery, TimeProvider time, ILogger<TurnLoop> log)
{
    /// <summary>How often a turn is taken again when another process was first.</summary>
    private const int MostTries = 8;

    private const int Everything = int.MaxValue;

    private readonly SealedState state = new(new Sealer(keys));
    private readonly OutgoingMessages outgoing = new(store, keys);
    private readonly PersonOrder order = new();
    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    /// <summary>Takes one event of one person.</summary>
    /// <param name="who">Who they are on their platform; a stranger becomes known with their first event.</param>
    /// <param name="chatEvent">What happened.</param>
    /// <param name="cancellationToken">Stops waiting for a place in the order; a turn under way is finished.</param>
    /// <exception cref="StoreException">The store failed; nothing of the turn happened, or all of it did.</exception>
    /// <exception cref="KeyException">The keys can't be reached.</exception>
    public async Task<TurnAnswer> HandleAsync(PlatformIdentity who, ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        var identity = keys.HashIdentity(who.Platform, who.Id);
        using var place = await order.EnterAsync(identity, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var person = await FindAsync(identity);
            var answer = await TryAsync(who, identity, person, chatEvent, place);
            if (answer is not null)
            {
                place.Shown(answer.Seq);
                return answer;
            }

            log.TurnAgain(attempt);
            if (attempt == MostTries)
            {
                throw new StoreException(StoreFailure.Unavailable, "Another process kept changing the same person's records.", null);
            }
        }
    }

    /// <summary>Serves reminders of one person that were claimed together; those that can't be read say so and are left alone.</summary>
    /// <param name="due">Rows of one person, in due order; at least one.</param>
    /// <param name="cancellationToken">Stops waiting for a place in the order.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="KeyException">The keys can't be reached.</exception>
    /// <exception cref="SealBrokenException">A row does not fit its person.</exception>
    public async Task<TurnAnswer?> ServeAsync(IReadOnlyList<StoredReminder> due, CancellationToken cancellationToken)
    {
        var person = due[0].Person;
        if (!keys.Has(person) || await RecordAsync<Person>(person, RecordId.Head, []) is not { } head)
        {
            await store.EraseAsync(person, CancellationToken.None);
            return null;
        }

        var reminders = due.Select(row => state.Open<Reminder>(Seal.OfReminder(person, row.Reminder, row.DueAt), row.Payload));
        var key = string.Create(CultureInfo.InvariantCulture, $"due-{due[0].Reminder.Value:x16}-{due[0].DueAt.ToUnixTimeMilliseconds():x}");
        var chatEvent = new ChatEvent.Due(key, unchecked((ulong)due[0].Reminder.Value), [.. reminders]);
        var identity = new IdentityHash(head.Identity);
        using var place = await order.EnterAsync(identity, cancellationToken);
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            if (await FindAsync(identity) is not { } known)
            {
                return null;
            }

            if (await TryAsync(new PlatformIdentity(head.Platform, head.Address ?? ""), identity, known, chatEvent, place) is { } answer)
            {
                place.Shown(answer.Seq);
                return answer;
            }

            log.TurnAgain(attempt);
        }

        throw new StoreException(StoreFailure.Unavailable, "Another process kept changing the same person's records.", null);
    }

    /// <summary>Messages above a sequence number in their latest versions, in order; none for a stranger, who is not made known by reading.</summary>
    public async Task<IReadOnlyList<Message>> ReadAsync(PlatformIdentity who, long after, CancellationToken cancellationToken)
    {
        var identity = keys.HashIdentity(who.Platform, who.Id);
        return await FindAsync(identity) is { } person ? await MessagesAsync(person, after) : [];
    }

    /// <summary>One message in its latest version; null when this person has no such message.</summary>
    public async Task<Message?> FindAsync(PlatformIdentity who, MessageId message, CancellationToken cancellationToken)
    {
        var identity = keys.HashIdentity(who.Platform, who.Id);
        return await FindAsync(identity) is { } person ? await MessageAsync(person, message) : null;
    }

    // Null when somebody else changed the same records first.
    private async Task<TurnAnswer?> TryAsync(
        PlatformIdentity who, IdentityHash identity, PersonId? known, ChatEvent chatEvent, PersonOrder.Place place)
    {
        var person = known ?? new PersonId(Guid.NewGuid());
        var loaded = await LoadAsync(person, known is not null, chatEvent, all: chatEvent is ChatEvent.Due);
        if (loaded.Scene.Person.Recent.Find(chatEvent.Key) is { } first)
        {
            var again = await MessagesAsync(person, first.After);
            return new TurnAnswer(TurnResult.Repeated, first.To, [.. again.Where(message => message.Seq <= first.To || (message.First > first.After && message.First <= first.To))]);
        }

        var seen = place.SeenOf(loaded.Scene.Person.Seq);
        if (chatEvent is ChatEvent.Typed { Seen: null } typed)
        {
            chatEvent = typed with { Seen = seen };
        }

        var outcome = turn.Take(loaded.Scene, chatEvent);
        if (outcome.NeedsAll)
        {
            loaded = await LoadAsync(person, known is not null, chatEvent, all: true);
            outcome = turn.Take(loaded.Scene, chatEvent);
        }

        var delivers = delivery.Contains(who.Platform);
        outcome = outcome with
        {
            Person = outcome.Person with { Platform = who.Platform, Identity = identity.Bytes, Address = delivers ? who.Id : null },
        };
        if (outcome.Result != TurnResult.Taken)
        {
            return new TurnAnswer(outcome.Result, loaded.Scene.Person.Seq, [], outcome.Detail);
        }

        if (outcome.Erase)
        {
            var farewell = await EraseAsync(person, delivers, outcome.Messages, byClock: chatEvent is ChatEvent.Due);
            return new TurnAnswer(TurnResult.Taken, outcome.Person.Seq, outcome.Messages) { Farewell = farewell };
        }

        var commit = Write(person, known is null ? identity : null, loaded, outcome, settled: !delivers, chatEvent);
        if (await store.CommitAsync(commit, CancellationToken.None) != CommitResult.Committed)
        {
            return null;
        }

        if (delivers)
        {
            delivery.NoteWaiting(person);
        }

        return new TurnAnswer(TurnResult.Taken, outcome.Person.Seq, outcome.Messages);
    }

    private async Task<Loaded> LoadAsync(PersonId person, bool known, ChatEvent chatEvent, bool all)
    {
        var versions = new Dictionary<RecordId, long>();
        var head = known ? await RecordAsync<Person>(person, RecordId.Head, versions) : null;
        head ??= new Person();
        var target = known && Turn.TargetOf(chatEvent) is { } aimedAt ? await MessageAsync(person, aimedAt) : null;
        var about = Turn.RepairOf(chatEvent, target, head) ?? head.Focus;
        var repair = about is { } id && head.Of(id) is not null ? await RecordAsync<Repair>(person, RecordId.Of(id), versions) : null;
        var live = repair is null || repair.Live == default ? null
            : repair.Live == target?.Id ? target
            : await MessageAsync(person, repair.Live);
        return new Loaded(
            new Scene
            {
                Person = head,
                Repair = repair,
                Target = target,
                Live = live,
                All = all ? new Everything(await RepairsAsync(person, versions), [.. await MessagesAsync(person, 0)]) : null,
                Now = time.GetUtcNow(),
                StartedAt = startedAt,
            },
            versions);
    }

    private Commit Write(PersonId person, IdentityHash? identity, Loaded loaded, Outcome outcome, bool settled, ChatEvent chatEvent)
    {
        var records = new List<RecordWrite>(outcome.Repairs.Length + 1) { Record(RecordId.Head, outcome.Person) };
        foreach (var repair in outcome.Repairs)
        {
            records.Add(Record(RecordId.Of(repair.Id), repair));
        }

        var messages = new List<MessageWrite>(outcome.Messages.Length);
        foreach (var message in outcome.Messages)
        {
            var payload = state.Seal(Seal.OfMessage(person, message.Id, message.Seq), message);
            messages.Add(new MessageWrite(message.Id, message.Seq, settled || message.From == Sender.Person, payload));
        }

        var dropped = outcome.Dropped.ToHashSet();
        if (chatEvent is ChatEvent.Due due)
        {
            dropped.UnionWith(due.Reminders.Select(reminder => reminder.Id));
        }

        return new Commit
        {
            Person = person,
            Identity = identity,
            Records = records,
            Removed = [.. outcome.Removed.Select(RecordId.Of)],
            Messages = messages,
            Reminders = [.. outcome.Reminders.Where(reminder => !dropped.Contains(reminder.Id)).Select(reminder => new StoredReminder(
                person, reminder.Id, reminder.DueAt,
                state.Seal(Seal.OfReminder(person, reminder.Id, reminder.DueAt), reminder)))],
            Dropped = [.. dropped],
        };

        RecordWrite Record<T>(RecordId record, T value)
            where T : notnull
        {
            var version = loaded.Versions.GetValueOrDefault(record);
            return new RecordWrite(record, version, state.Seal(Seal.OfRecord(person, record, version + 1), value));
        }
    }

    // The key goes first: from then on nothing of this person can be read anywhere, and what is left is removed again if this is interrupted.
    private async Task<PersonId?> EraseAsync(PersonId person, bool delivers, ImmutableArray<Message> said, bool byClock)
    {
        var farewell = delivers ? await KeepFarewellAsync(person, said) : null;
        keys.Destroy(person);
        await store.EraseAsync(person, CancellationToken.None);
        log.Erased();
        if (farewell is { } nobody && byClock)
        {
            delivery.NoteWaiting(nobody);
        }

        return farewell;
    }

    private async Task<PersonId?> KeepFarewellAsync(PersonId person, ImmutableArray<Message> said) =>
        await outgoing.RecipientAsync(person, CancellationToken.None) is { } recipient
        && said.LastOrDefault(message => message is { From: Sender.Bot, Removed: false }) is { } words
            ? await outgoing.Farewells.KeepAsync(
                recipient, await outgoing.ReferencesAsync(person, CancellationToken.None), words, CancellationToken.None)
            : null;

    private async Task<PersonId?> FindAsync(IdentityHash identity)
    {
        if (await store.FindPersonAsync(identity, CancellationToken.None) is not { } person)
        {
            return null;
        }

        if (keys.Has(person))
        {
            return person;
        }

        await store.EraseAsync(person, CancellationToken.None);
        return null;
    }

    private async Task<T?> RecordAsync<T>(PersonId person, RecordId record, Dictionary<RecordId, long> versions)
        where T : class
    {
        if (await store.LoadAsync(person, record, CancellationToken.None) is not { } stored)
        {
            return null;
        }

        versions[record] = stored.Version;
        return state.Open<T>(Seal.OfRecord(person, record, stored.Version), stored.Payload);
    }

    private async Task<ImmutableArray<Repair>> RepairsAsync(PersonId person, Dictionary<RecordId, long> versions)
    {
        var repairs = new List<Repair>();
        foreach (var stored in await store.LoadAllAsync(person, CancellationToken.None))
        {
            if (stored.Record.IsRepair)
            {
                versions[stored.Record] = stored.Version;
                repairs.Add(state.Open<Repair>(Seal.OfRecord(person, stored.Record, stored.Version), stored.Payload));
            }
        }

        return [.. repairs.OrderBy(repair => repair.StartedAt)];
    }

    private async Task<Message?> MessageAsync(PersonId person, MessageId message) =>
        await store.LoadMessageAsync(person, message, CancellationToken.None) is { } stored ? Open(stored) : null;

    private async Task<IReadOnlyList<Message>> MessagesAsync(PersonId person, long after)
    {
        var stored = await store.LoadMessagesAsync(person, after, Everything, CancellationToken.None);
        return [.. stored.Select(Open)];
    }

    private Message Open(StoredMessage stored) =>
        state.Open<Message>(Seal.OfMessage(stored.Person, stored.Message, stored.Seq), stored.Payload);

    private sealed record Loaded(Scene Scene, Dictionary<RecordId, long> Versions);
}
