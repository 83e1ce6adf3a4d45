using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;
using RepairBot.Core.Privacy;
using RepairBot.Core.Repairs;
using RepairBot.Core.Screening;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.Testing.Transcripts;

/// <summary>
/// Several people's chats with the real engine: real turns, real sealing, a store in memory, a clock that moves when told. What is shown is
/// confirmed to the store as a platform does; lost messages stay unconfirmed and are shown after the next restart.
/// </summary>
public sealed class EngineChat : ITranscriptChat
{
    private const string Platform = "transcript";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly InMemoryStore store = new();
    private readonly ManualTime time = new();
    private readonly TemporaryDirectory directory = new();
    private readonly SortedDictionary<string, ChatScreen> screens = new(StringComparer.Ordinal);
    private string guides = Repository.Guides;
    private KeyRing keys;
    private Sealer sealer;
    private TurnLoop loop;
    private int events;
    private bool losing;

    /// <summary>Starts with nobody known.</summary>
    public EngineChat() => (keys, sealer, loop) = Open();

    /// <summary>Called with every message, and every later version of one, that comes on somebody's screen.</summary>
    public Action<Message>? Shown { get; set; }

    /// <inheritdoc/>
    public ChatScreen ScreenOf(string person) =>
        screens.TryGetValue(person, out var screen) ? screen : screens[person] = new ChatScreen();

    /// <inheritdoc/>
    public Task<TurnAnswer> CommandAsync(string person, string name, params IEnumerable<(string Name, string Value)> options) => HandleAsync(
        person,
        new ChatEvent.Command(NextKey(), Seed, name, options.ToImmutableDictionary(option => option.Name, option => new PrivateText(option.Value))));

    /// <inheritdoc/>
    public Task<TurnAnswer> TypeAsync(string person, string text, bool unseen) => HandleAsync(
        person, new ChatEvent.Typed(NextKey(), Seed, new PrivateText(text), unseen ? ScreenOf(person).SeenBefore : ScreenOf(person).Seen));

    /// <inheritdoc/>
    public Task<TurnAnswer> ActAsync(
        string person, Message message, ChatAction action, ImmutableArray<string> values, IEnumerable<(string Id, string Text)> fields) => HandleAsync(
        person,
        new ChatEvent.Pressed(
            NextKey(), Seed, message.Id, action.Id, values,
            fields.ToImmutableDictionary(field => field.Id, field => new PrivateText(field.Text))));

    /// <inheritdoc/>
    public async Task AdvanceAsync(TimeSpan by, bool asleep)
    {
        foreach (var screen in screens.Values)
        {
            screen.Begin();
        }

        var until = time.GetUtcNow() + by;
        if (!asleep)
        {
            while (await store.NextDueAsync(CancellationToken.None) is { } next && next <= until)
            {
                time.Advance(next > time.GetUtcNow() ? next - time.GetUtcNow() : TimeSpan.Zero);
                await ServeDueAsync();
            }
        }

        time.Advance(until - time.GetUtcNow());
        await ServeDueAsync();
    }

    /// <inheritdoc/>
    public void LoseMessages() => losing = true;

    /// <inheritdoc/>
    public async Task RestartAsync(string? otherGuides)
    {
        guides = otherGuides ?? guides;
        keys.Dispose();
        (keys, sealer, loop) = Open();
        losing = false;
        foreach (var screen in screens.Values)
        {
            screen.Begin();
        }

        var people = await PeopleAsync();
        foreach (var unsettled in await store.UnsettledAsync(int.MaxValue, CancellationToken.None))
        {
            if (people.TryGetValue(unsettled.Person, out var person))
            {
                var message = sealer.Open(
                    Seal.OfMessage(unsettled.Person, unsettled.Message, unsettled.Seq), unsettled.Payload, static json => StateJson.Read<Message>(json));
                await ShowAsync(unsettled.Person, person, message);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        keys.Dispose();
        await store.DisposeAsync();
        directory.Dispose();
    }

    private ulong Seed => (ulong)events;

    private async Task<TurnAnswer> HandleAsync(string person, ChatEvent chatEvent)
    {
        ScreenOf(person).Begin();
        return await TakeAsync(person, chatEvent);
    }

    private async Task<TurnAnswer> TakeAsync(string person, ChatEvent chatEvent)
    {
        var answer = await loop.HandleAsync(IdentityOf(person), chatEvent, CancellationToken.None);
        var id = await PersonAsync(person);
        foreach (var message in answer.Messages)
        {
            if (!losing)
            {
                await ShowAsync(id, person, message);
            }
        }

        return answer;
    }

    private async Task ShowAsync(PersonId? id, string person, Message message)
    {
        ScreenOf(person).Show(message);
        Shown?.Invoke(message);
        if (id is { } known)
        {
            await store.SettleAsync(known, message.Id, message.Seq, ReadOnlyMemory<byte>.Empty, CancellationToken.None);
        }
    }

    private async Task ServeDueAsync()
    {
        var people = await PeopleAsync();
        foreach (var due in (await store.ClaimDueAsync(time.GetUtcNow(), Lease, int.MaxValue, CancellationToken.None)).GroupBy(row => row.Person))
        {
            if (await loop.ServeAsync([.. due], CancellationToken.None) is { } answer)
            {
                foreach (var message in answer.Messages)
                {
                    await ShowAsync(due.Key, people[due.Key], message);
                }
            }
        }
    }

    private async Task<Dictionary<PersonId, string>> PeopleAsync()
    {
        var people = new Dictionary<PersonId, string>();
        foreach (var person in screens.Keys)
        {
            if (await PersonAsync(person) is { } id)
            {
                people[id] = person;
            }
        }

        return people;
    }

    private ValueTask<PersonId?> PersonAsync(string person) =>
        store.FindPersonAsync(keys.HashIdentity(Platform, IdentityOf(person).Id), CancellationToken.None);

    private static PlatformIdentity IdentityOf(string person) => new(Platform, person);

    private string NextKey() => $"event-{++events}";

    private (KeyRing Keys, Sealer Sealer, TurnLoop Loop) Open()
    {
        var ring = KeyRing.Open(directory.PathOf("keys"), Path.Combine(directory.PathOf("keys"), "master.key"), dataExists: false, time);
        var lines = ((HelpLinesReading.Usable)HelpLinesFile.Load(Repository.HelpLines)).Lines;
        var host = new Operator("The garden club", "", "", "GB", "en", TimeSpan.FromDays(90));
        var turn = new Turn(new Readers(new Screen(), lines, GuideShelf.Load(guides, "en"), host));
        return (ring, new Sealer(ring), new TurnLoop(store, ring, turn, new DeliveringPlatforms(Platform), time, NullLogger<TurnLoop>.Instance));
    }
}
