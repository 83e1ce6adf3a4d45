using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;

namespace RepairBot.Core.Repairs;

/// <summary>
/// The working copy of one turn: the state as it changes, and what is said so far. Lives for one turn on one thread.
/// </summary>
internal sealed class OutcomeBuilder
{
    private static readonly Everything NothingYet = new([], []);

    private const int LongestName = 3;

    private const ulong SeedStep = 0x9E3779B97F4A7C15;

    private readonly List<Message> messages = [];
    private readonly List<Reminder> reminders = [];
    private readonly List<ReminderId> dropped = [];
    private readonly List<RepairId> removed = [];
    private readonly List<Repair> others = [];
    private readonly RepairFlow flow;
    private readonly Scene scene;
    private ulong seed;
    private long seq;
    private (Answer Of, string Name)? named;
    private Repair? repair;
    private bool repairChanged;
    private bool needsAll;

    public OutcomeBuilder(Scene scene, ChatEvent chatEvent, Readers readers, RepairFlow flow, Paths paths)
    {
        this.scene = scene;
        this.flow = flow;
        Readers = readers;
        Paths = paths;
        Person = scene.Person;
        repair = scene.Repair;
        seed = chatEvent.Seed;
        seq = scene.Person.Seq;
        Guide = readers.Guides.For(Person.Settings.Language ?? readers.Operator.DefaultLanguage);
    }

    public Scene Scene => scene;

    public Readers Readers { get; }

    public Guide Guide { get; }

    public DateTimeOffset Now => scene.Now;

    public Person Person { get; set; }

    public bool Erase { get; set; }

    /// <summary>Everything the person has; without it the turn is taken again with all.</summary>
    public Everything All
    {
        get
        {
            needsAll |= scene.All is null;
            return scene.All ?? NothingYet;
        }
    }

    /// <summary>Every message of the person as it is by now, those of this turn included.</summary>
    public IEnumerable<Message> EveryMessage => All.Messages.Where(earlier => messages.TrueForAll(said => said.Id != earlier.Id)).Concat(messages.ToList());

    /// <summary>The conversation this turn is about.</summary>
    public Repair Repair => repair ?? throw new InvalidOperationException("This turn has no repair.");

    public bool HasRepair => repair is not null;

    public string Language => Guide.Language;

    /// <summary>Country for help lines.</summary>
    public string? Country => Person.Settings.Country ?? Readers.Operator.DefaultCountry;

    /// <summary>Changes the repair in hand.</summary>
    public void Set(Repair next)
    {
        repair = next;
        repairChanged = true;
    }

    /// <summary>Takes another repair in hand; the one before is kept as changed.</summary>
    public void Switch(Repair? next, bool changed)
    {
        if (repair is not null && repairChanged)
        {
            others.RemoveAll(other => other.Id == repair.Id);
            others.Add(repair);
        }

        repair = next;
        repairChanged = changed;
    }

    /// <summary>A repair as it is by now, whether this turn has had it in hand or not; null when there is none.</summary>
    public Repair? InHand(RepairId id) =>
        repair?.Id == id ? repair : others.FindLast(other => other.Id == id) ?? All.Repairs.FirstOrDefault(other => other.Id == id);

    /// <summary>Takes the repair in hand away for good, with everything it said.</summary>
    public void RemoveRepair()
    {
        removed.Add(Repair.Id);
        foreach (var reminder in Repair.Reminders)
        {
            dropped.Add(reminder.Id);
        }

        repair = null;
        repairChanged = false;
    }

    /// <summary>A fresh random id: the seed spread by SplitMix64, so that the same event makes the same ids.</summary>
    public long NewId()
    {
        seed = unchecked(seed + SeedStep);
        return Mixed(seed);
    }

    /// <summary>The first id that an event with this seed makes.</summary>
    public static long FirstId(ulong seed) => Mixed(unchecked(seed + SeedStep));

    private static long Mixed(ulong mixed)
    {
        unchecked
        {
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
            return Math.Max(1, (long)(mixed & long.MaxValue));
        }
    }

    /// <summary>Where the trigger leads; null when it means nothing here.</summary>
    public Step? Next(Trigger trigger, in FlowFacts facts) => Paths.Next(flow, Repair.Now.Step, trigger, facts);

    /// <summary>Where the trigger leads from another step; null when it means nothing there.</summary>
    public Step? NextFrom(Step step, Trigger trigger, in FlowFacts facts) => flow.Next(step, trigger, facts);

    /// <summary>The way to the end under given facts.</summary>
    public Paths Paths { get; }

    /// <summary>An answer was changed in this turn, and not only given or kept.</summary>
    public bool AnswerChanged { get; set; }

    /// <summary>An idea the person picked, to stand in the form that asks next.</summary>
    public string? Idea { get; set; }

    /// <summary>The message that asks the open question, as it is by now; null when there is none.</summary>
    public Message? OpenMessage
    {
        get
        {
            if (repair is not { State: RepairState.Open })
            {
                return null;
            }

            for (var i = messages.Count - 1; i >= 0; i--)
            {
                if (messages[i].Id == repair.Live)
                {
                    return messages[i];
                }
            }

            return scene.Live?.Id == repair.Live ? scene.Live
                : scene.Target?.Id == repair.Live ? scene.Target
                : scene.All?.Messages.FirstOrDefault(message => message.Id == repair.Live);
        }
    }

    /// <summary>Says a new message with the next sequence number.</summary>
    public Message Say(Message message)
    {
        var next = checked(++seq);
        var numbered = message with { Seq = next, First = next, At = Now };
        messages.Add(numbered);
        return numbered;
    }

    /// <summary>A later version of a message that was shown before, or earlier in this turn.</summary>
    public void Change(Message message)
    {
        var earlier = messages.FindIndex(said => said.Id == message.Id);
        if (earlier >= 0)
        {
            messages[earlier] = message with { Seq = messages[earlier].Seq };
            return;
        }

        messages.Add(message with { Seq = checked(++seq), Edited = true });
    }

    public void Remind(Reminder reminder)
    {
        reminders.Add(reminder);
        if (reminder.Repair is not null && HasRepair)
        {
            Set(Repair with { Reminders = Repair.Reminders.Add(reminder) });
        }
    }

    /// <summary>Drops the reminders of the repair in hand that fit.</summary>
    public void Forget(Func<Reminder, bool> which)
    {
        foreach (var reminder in Repair.Reminders.Where(which).ToList())
        {
            dropped.Add(reminder.Id);
            Set(Repair with { Reminders = Repair.Reminders.Remove(reminder) });
        }
    }

    /// <summary>What the placeholders of a guide's words stand for now.</summary>
    public Fillings Fillings()
    {
        var name = repair?.AnswerTo(Step.Who) is { Skipped: false, Held: false } who ? NameIn(who) : "";
        return name.Length == 0
            ? new Fillings { Who = Guide.Label("them"), They = Guide.Label("they"), Their = Guide.Label("their"), Operator = OperatorName }
            : new Fillings { Who = name, They = name, Their = name + "'s", Operator = OperatorName };
    }

    /// <summary>The outcome, with this turn's messages noted under the event's key.</summary>
    /// <param name="chatEvent">The event.</param>
    /// <param name="byPerson">False for what only the clock did: that is no activity.</param>
    public Outcome Build(ChatEvent chatEvent, bool byPerson = true)
    {
        if (repair is not null && repairChanged)
        {
            others.RemoveAll(other => other.Id == repair.Id);
            others.Add(repair);
        }

        Person = Person with
        {
            Repairs = Summaries(),
            Focus = Person.Focus is { } focus && removed.Contains(focus) ? null : Person.Focus,
            LastAt = byPerson ? Now : Person.LastAt,
            WarnedOfErasure = !byPerson && Person.WarnedOfErasure,
            Seq = seq,
            Recent = Person.Recent.With(chatEvent.Key, scene.Person.Seq, seq),
        };
        return new Outcome
        {
            Result = TurnResult.Taken,
            Person = Person,
            Repairs = removed.Count == 0 ? [.. others] : [.. others.Where(changed => !removed.Contains(changed.Id))],
            Removed = [.. removed],
            Messages = [.. messages],
            Reminders = [.. reminders],
            Dropped = [.. dropped],
            NeedsAll = needsAll,
            Erase = Erase,
        };
    }

    /// <summary>Nothing changes.</summary>
    public Outcome Unchanged(TurnResult result, string? detail = null) =>
        new() { Result = result, Person = scene.Person, Detail = detail };

    /// <summary>A person's words on one line, cut to a length.</summary>
    public static string OneLine(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : string.Concat(Layout.Cut(line, most - 1), "…");
    }

    // A name stands in sentences of at most 60 words.
    private string NameIn(Answer who)
    {
        if (named is { } known && ReferenceEquals(known.Of, who))
        {
            return known.Name;
        }

        var words = who.Text.Reveal().Split((char[]?)null, LongestName + 1, StringSplitOptions.RemoveEmptyEntries);
        var name = OneLine(string.Join(' ', words.Take(LongestName)), 40);
        named = (who, name);
        return name;
    }

    private string OperatorName => Readers.Operator.Name is { Length: > 0 } name ? name : Guide.Label("operator-unnamed");

    private ImmutableArray<RepairSummary> Summaries()
    {
        var summaries = Person.Repairs;
        foreach (var changed in others)
        {
            var at = 0;
            while (at < summaries.Length && summaries[at].Id != changed.Id)
            {
                at++;
            }

            summaries = at == summaries.Length ? summaries.Add(SummaryOf(changed)) : summaries.SetItem(at, SummaryOf(changed));
        }

        return removed.Count == 0 ? summaries : summaries.RemoveAll(summary => removed.Contains(summary.Id));
    }

    private RepairSummary SummaryOf(Repair changed)
    {
        var who = changed.AnswerTo(Step.Who) is { Skipped: false, Held: false } answer ? new PrivateText(NameIn(answer)) : default;
        return new RepairSummary(changed.Id, changed.Form, changed.State, changed.Now.Step, changed.StartedAt, changed.LastAt, who);
    }
}
