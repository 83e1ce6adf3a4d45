using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;
using RepairBot.Core.Repairs;
using RepairBot.Core.Screening;
using RepairBot.Testing;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>
/// One person's state, held as it is, and the pure turn over it: what the loop does without a store, without sealing and without a queue.
/// Fast enough for a hundred thousand events.
/// </summary>
internal sealed class World : IDisposable
{
    private static readonly Lazy<Readers> Shared = new(() => ReadersOver(GuideShelf.Load(Repository.Guides, "en"), new Screen()));

    private readonly Dictionary<MessageId, Message> messages = [];
    private readonly Dictionary<RepairId, Repair> repairs = [];
    private readonly Dictionary<ReminderId, Reminder> reminders = [];
    private readonly Turn turn;
    private int events;

    public World(Readers? readers = null) => turn = new Turn(readers ?? Shared.Value);

    public Person Person { get; private set; } = new();

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset StartedAt { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public IReadOnlyDictionary<MessageId, Message> Messages => messages;

    public IReadOnlyDictionary<RepairId, Repair> Repairs => repairs;

    public IReadOnlyDictionary<ReminderId, Reminder> Reminders => reminders;

    public int Events => events;

    public static Readers ReadersOver(GuideShelf guides, Screen screen) => new(
        screen,
        ((HelpLinesReading.Usable)HelpLinesFile.Load(Repository.HelpLines)).Lines,
        guides,
        new Operator("a test", "nobody", "", null, "en", TimeSpan.FromDays(90)));

    public Outcome Command(string name, params (string Name, string Value)[] options) => Take(new ChatEvent.Command(
        NextKey(), Seed(), name, options.ToImmutableDictionary(option => option.Name, option => new PrivateText(option.Value))));

    public Outcome Type(string text, long? seen = null) => Take(new ChatEvent.Typed(NextKey(), Seed(), new PrivateText(text), seen));

    /// <summary>Something to do with what is there.</summary>
    public ChatEvent Next(RandomMoves moves) => moves.Next(messages.Values, Person.Seq, NextKey(), Seed());

    public Outcome Press(Message message, string action, ImmutableArray<string> values, ImmutableDictionary<string, PrivateText> fields) =>
        Take(new ChatEvent.Pressed(NextKey(), Seed(), message.Id, action, values, fields));

    public Outcome Due(Reminder reminder) => Take(new ChatEvent.Due(NextKey(), Seed(), [reminder]));

    /// <summary>The outcome of an event, kept.</summary>
    public Outcome Take(ChatEvent chatEvent)
    {
        var scene = SceneOf(chatEvent);
        var outcome = turn.Take(scene, chatEvent);
        if (outcome.NeedsAll)
        {
            var all = new Everything([.. repairs.Values.OrderBy(repair => repair.StartedAt)], [.. messages.Values.OrderBy(message => message.Seq)]);
            outcome = turn.Take(scene with { All = all }, chatEvent);
        }

        Keep(outcome, chatEvent);
        return outcome;
    }

    public void Dispose() => turn.Dispose();

    private Scene SceneOf(ChatEvent chatEvent)
    {
        var target = chatEvent is ChatEvent.Pressed pressed ? messages.GetValueOrDefault(pressed.Message) : null;
        var about = Turn.RepairOf(chatEvent, target, Person) ?? Person.Focus;
        var repair = about is { } id && Person.Of(id) is not null ? repairs.GetValueOrDefault(id) : null;
        return new Scene
        {
            Person = Person,
            Repair = repair,
            Target = target,
            Live = repair is null ? null : messages.GetValueOrDefault(repair.Live),
            Now = Now,
            StartedAt = StartedAt,
        };
    }

    private void Keep(Outcome outcome, ChatEvent chatEvent)
    {
        if (outcome.Result != TurnResult.Taken)
        {
            return;
        }

        if (outcome.Erase)
        {
            messages.Clear();
            repairs.Clear();
            reminders.Clear();
            Person = new Person();
            return;
        }

        Person = outcome.Person;
        foreach (var repair in outcome.Repairs)
        {
            repairs[repair.Id] = repair;
        }

        foreach (var removed in outcome.Removed)
        {
            repairs.Remove(removed);
        }

        foreach (var message in outcome.Messages)
        {
            messages[message.Id] = message;
        }

        foreach (var reminder in outcome.Reminders)
        {
            reminders[reminder.Id] = reminder;
        }

        foreach (var dropped in outcome.Dropped)
        {
            reminders.Remove(dropped);
        }

        if (chatEvent is ChatEvent.Due due)
        {
            foreach (var reminder in due.Reminders)
            {
                reminders.Remove(reminder.Id);
            }
        }
    }

    private string NextKey() => $"event-{++events}";

    // Far apart, so that ids made from them never meet.
    private ulong Seed() => unchecked((ulong)events * 0xD1B54A32D192ED03);
}
