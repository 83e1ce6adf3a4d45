using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Guides;
using RepairBot.Core.Privacy;
using RepairBot.Core.Repairs;
using RepairBot.Core.Screening;
using RepairBot.Core.Storage;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.Testing.Conversations;

/// <summary>
/// One person's conversation with the real engine: real turn, real sealing, a manual clock, and by default a store in memory. It keeps
/// what is on the person's screen, and presses by an action's stable name.
/// </summary>
public sealed class Conversation : IAsyncDisposable
{
    private static readonly Lazy<GuideShelf> OwnGuides = new(() => GuideShelf.Load(Repository.Guides, "en"));
    private static readonly Lazy<Screen> BuiltIn = new(() => new Screen());
    private static readonly Lazy<HelpLines> Lines = new(() => ((HelpLinesReading.Usable)HelpLinesFile.Load(Repository.HelpLines)).Lines);

    private readonly ConcurrentDictionary<MessageId, Message> screen = [];
    private readonly Screen screening;
    private readonly ILogger<TurnLoop> log;
    private readonly TemporaryDirectory directory = new();
    private readonly bool ownsStore;
    private readonly string person;
    private readonly string guides;
    private KeyRing keys;
    private TurnLoop loop;
    private int events;

    /// <summary>Starts with an empty store.</summary>
    public Conversation(string person = "ana", IStore? store = null, string? guides = null, Screen? screening = null, ILogger<TurnLoop>? log = null)
    {
        this.screening = screening ?? BuiltIn.Value;
        this.log = log ?? NullLogger<TurnLoop>.Instance;
        this.person = person;
        this.guides = guides ?? Repository.Guides;
        ownsStore = store is null;
        Store = store ?? new InMemoryStore();
        (keys, loop) = Open();
    }

    /// <summary>The clock.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>The store.</summary>
    public IStore Store { get; }

    /// <summary>What the last event answered.</summary>
    public TurnAnswer Last { get; private set; } = new(TurnResult.Taken, 0, []);

    /// <summary>The highest sequence number seen.</summary>
    public long Seq => screen.IsEmpty ? 0 : screen.Values.Max(message => message.Seq);

    /// <summary>Everything on the screen, in order.</summary>
    public IEnumerable<Message> Screen => screen.Values.OrderBy(message => message.At).ThenBy(message => message.Seq);

    /// <summary>The newest message with a forward action.</summary>
    public Message Question => screen.Values
        .Where(message => message.Actions.Any(action => action.Role == ActionRole.Forward))
        .MaxBy(message => message.Seq) ?? throw new InvalidOperationException("No question is open.");

    /// <summary>The step of the open question.</summary>
    public string Step => Question.Step ?? "";

    /// <summary>True when some question is open.</summary>
    public bool IsOpen => screen.Values.Any(message => message.Actions.Any(action => action.Role == ActionRole.Forward));

    /// <summary>Replaces the guides, as a new version put in place and a restart would.</summary>
    public void Restart(string? otherGuides = null)
    {
        keys.Dispose();
        (keys, loop) = Open(otherGuides);
    }

    /// <summary>A command.</summary>
    public Task<TurnAnswer> CommandAsync(string name, params (string Name, string Value)[] options) => HandleAsync(new ChatEvent.Command(
        NextKey(), (ulong)events, name, options.ToImmutableDictionary(option => option.Name, option => new PrivateText(option.Value))));

    /// <summary>A typed text.</summary>
    public Task<TurnAnswer> TypeAsync(string text, long? seen = null) =>
        HandleAsync(new ChatEvent.Typed(NextKey(), (ulong)events, new PrivateText(text), seen));

    /// <summary>A press on the open question, or on the newest message that has such an action.</summary>
    public Task<TurnAnswer> PressAsync(string name, params string[] values) => PressAsync(FindAction(name), values);

    /// <summary>A press on a given action.</summary>
    public Task<TurnAnswer> PressAsync((Message Message, ChatAction Action) at, params string[] values) => HandleAsync(
        new ChatEvent.Pressed(NextKey(), (ulong)events, at.Message.Id, at.Action.Id, [.. values], []));

    /// <summary>A move, whether it is a button or folded in the list.</summary>
    public Task<TurnAnswer> MoveAsync(string move) =>
        Question.Actions.Any(action => action.Name == move) ? PressAsync(move) : PressAsync("more", move);

    /// <summary>A form on the open question.</summary>
    public Task<TurnAnswer> FillAsync(string name, params (string Field, string Text)[] fields)
    {
        var (message, action) = FindAction(name);
        return HandleAsync(new ChatEvent.Pressed(
            NextKey(), (ulong)events, message.Id, action.Id, [], fields.ToImmutableDictionary(field => field.Field, field => new PrivateText(field.Text))));
    }

    /// <summary>A form by its message and its action's id, whether the message still has it or not.</summary>
    public Task<TurnAnswer> SendAsync(Message message, string action, params (string Field, string Text)[] fields) => HandleAsync(new ChatEvent.Pressed(
        NextKey(), (ulong)events, message.Id, action, [], fields.ToImmutableDictionary(field => field.Field, field => new PrivateText(field.Text))));

    /// <summary>Answers the open question the usual way.</summary>
    public Task<TurnAnswer> AnswerAsync(UsualAnswers? answers = null)
    {
        var question = Question;
        var press = (answers ?? new UsualAnswers()).To(question);
        return HandleAsync(new ChatEvent.Pressed(NextKey(), (ulong)events, question.Id, press.Action.Id, press.Values, press.Fields));
    }

    /// <summary>Answers the usual way until a step is asked; the steps on the way, it included.</summary>
    public async Task<IReadOnlyList<string>> AnswerUntilAsync(string step, UsualAnswers? answers = null)
    {
        var steps = new List<string> { Step };
        while (Step != step)
        {
            if (steps.Count > 100)
            {
                throw new InvalidOperationException($"{step} is not asked on this way.");
            }

            await AnswerAsync(answers);
            steps.Add(Step);
        }

        return steps;
    }

    /// <summary>Any event.</summary>
    public async Task<TurnAnswer> HandleAsync(ChatEvent chatEvent)
    {
        var answer = await loop.HandleAsync(Identity, chatEvent, CancellationToken.None);
        // Of events that run side by side no answer is the last: a test that has some keeps what each returned.
        Last = answer;
        Show(answer.Messages);
        return answer;
    }

    /// <summary>Serves what is due by now; what it shows comes on the screen.</summary>
    public async Task ServeDueAsync()
    {
        var due = await Store.ClaimDueAsync(Time.GetUtcNow(), ReminderLoop.Lease, ReminderLoop.Batch, CancellationToken.None);
        foreach (var rows in due.GroupBy(row => row.Person))
        {
            await loop.ServeAsync([.. rows], CancellationToken.None);
        }

        await FeedAsync();
    }

    /// <summary>Every message as the store has it, by id; all of it comes on the screen.</summary>
    public async Task<IReadOnlyDictionary<MessageId, Message>> FeedAsync()
    {
        var feed = await loop.ReadAsync(Identity, 0, CancellationToken.None);
        Show(feed);
        return feed.ToDictionary(message => message.Id);
    }

    /// <summary>What is kept of the person besides messages, opened; null for a stranger.</summary>
    public async Task<(PersonId Id, Person Head, IReadOnlyList<Repair> Repairs)?> StateAsync()
    {
        if (await Store.FindPersonAsync(keys.HashIdentity(Identity.Platform, Identity.Id), CancellationToken.None) is not { } known)
        {
            return null;
        }

        var sealer = new Sealer(keys);
        var rows = await Store.LoadAllAsync(known, CancellationToken.None);
        return (known, Open<Person>(rows[0]), [.. rows.Skip(1).Select(Open<Repair>)]);

        T Open<T>(StoredRecord row)
            where T : notnull =>
            StateJson.Read<T>(sealer.Open(Seal.OfRecord(known, row.Record, row.Version), row.Payload).Span);
    }

    /// <summary>The newest message that carries an action of this name.</summary>
    public (Message Message, ChatAction Action) FindAction(string name)
    {
        foreach (var message in screen.Values.OrderByDescending(message => message.Seq))
        {
            if (message.Actions.FirstOrDefault(action => action.Name == name) is { } action)
            {
                return (message, action);
            }
        }

        throw new InvalidOperationException($"Nothing on the screen has the action {name}.");
    }

    /// <summary>A fresh key for an event.</summary>
    public string NextKey() => $"event-{++events}";

    private PlatformIdentity Identity => new("test", person);

    private void Show(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
        {
            if (!screen.TryGetValue(message.Id, out var earlier) || earlier.Seq < message.Seq)
            {
                screen[message.Id] = message;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        keys.Dispose();
        if (ownsStore)
        {
            await Store.DisposeAsync();
        }

        directory.Dispose();
    }

    private (KeyRing Keys, TurnLoop Loop) Open(string? otherGuides = null)
    {
        var ring = KeyRing.Open(
            Path.Combine(directory.Path, "keys"), Path.Combine(directory.Path, "keys", "master.key"), dataExists: false, Time);
        var folder = otherGuides ?? guides;
        var shelf = folder == Repository.Guides ? OwnGuides.Value : GuideShelf.Load(folder, "en");
        var host = new Operator("a test", "nobody", "", null, "en", TimeSpan.FromDays(90));
        var turn = new Turn(new Readers(screening, Lines.Value, shelf, host));
        return (ring, new TurnLoop(Store, ring, turn, new DeliveringPlatforms(), Time, log));
    }
}
