using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;

namespace RepairBot.Core.Repairs;

/// <summary>
/// Pings: set in the person's own time, neutral in their text, backing off when nobody answers, and one late note after downtime
/// instead of many.
/// </summary>
internal static class CheckInPings
{
    /// <summary>The context of the one message that stands for several late check-ins, and of a ping behind Open.</summary>
    public const string LateContext = "late-check-ins";

    /// <summary>Marks the one ping that asks whether to go on.</summary>
    private const string StopPrefix = "stop/";

    /// <summary>Marks a ping at a time the person chose: the plan leaves it alone.</summary>
    public const string ChosenPrefix = "later/";

    /// <summary>Says the pings that came due together.</summary>
    public static void Say(OutcomeBuilder turn, List<(Reminder Reminder, Repair Repair)> due)
    {
        // Of several for one promise only the newest still matters.
        var pings = due
            .GroupBy(ping => (ping.Repair.Id, CheckInTalk.Read(SubjectOf(ping.Reminder))?.Number))
            .Select(group => (Ping: group.MaxBy(ping => ping.Reminder.DueAt), Stale: group.Count() - 1))
            .ToList();
        var late = pings.Count > 1 && pings.Exists(ping => turn.Now - ping.Ping.Reminder.DueAt > DueReminders.Late);
        var merged = new List<(Repair Repair, Promise Promise, DateOnly Day)>();
        foreach (var (ping, stale) in pings)
        {
            turn.Switch(turn.InHand(ping.Repair.Id), changed: true);
            if (CheckInTalk.Read(SubjectOf(ping.Reminder)) is not { } about
                || turn.Repair.Promises.FirstOrDefault(one => one.Number == about.Number) is not { Ended: false, CheckIns: true } promise
                || !turn.Person.Settings.Reminders)
            {
                continue;
            }

            var stops = ping.Reminder.Subject!.StartsWith(StopPrefix, StringComparison.Ordinal);
            CheckInTalk.Change(turn, promise with { Unanswered = promise.Unanswered + 1, LastAsked = about.Day, AskedToStop = stops });
            if (stops)
            {
                AskWhetherToGoOn(turn, promise);
                continue;
            }

            ScheduleNext(turn, promise.Number);
            if (late)
            {
                merged.Add((turn.Repair, promise, about.Day));
            }
            else
            {
                SayPing(turn, promise, about.Day, turn.Now - ping.Reminder.DueAt > DueReminders.Late, stale > 0);
            }
        }

        SayMerged(turn, merged);
    }

    /// <summary>A press on a ping, or on the question whether to go on with them.</summary>
    public static void Press(OutcomeBuilder turn, QuestionKey key, Message ping, ChatAction action, ImmutableArray<string> values)
    {
        switch (action)
        {
            case { Name: "open" }:
                turn.Change(ping with { Actions = [] });
                Open(turn, key);
                return;
            case { Name: Layout.More }:
                Move(turn, ping, values[0]);
                return;
            case { Role: ActionRole.Move or ActionRole.Safety }:
                Move(turn, ping, action.Name);
                return;
            default:
                CheckInTalk.Take(turn, key, ping, action.Name);
                return;
        }
    }

    /// <summary>Sets the next ping of a promise, in place of any that stands; none when the plan is over or nothing is wanted.</summary>
    public static void ScheduleNext(OutcomeBuilder turn, int number)
    {
        // An act that was skipped, or that the screen holds, is no promise.
        if (turn.Repair.Promises.FirstOrDefault(one => one.Number == number) is not { } promise)
        {
            return;
        }

        turn.Forget(reminder => IsFor(reminder, promise) && !reminder.Subject!.StartsWith(ChosenPrefix, StringComparison.Ordinal));
        if (promise.Ended || !promise.CheckIns || promise.AskedToStop || !turn.Person.Settings.Reminders)
        {
            return;
        }

        if (CheckInSchedule.Next(promise.On, DaysOf(turn.Repair), promise.LastAsked, promise.Unanswered, turn.Now, WindowOf(turn.Person)) is { } next)
        {
            var subject = CheckInTalk.DetailOf(number, next.Wish.Day);
            turn.Remind(new Reminder(
                new ReminderId(turn.NewId()), ReminderKind.CheckIn, next.At, turn.Repair.Id,
                next.Question == CheckInQuestion.ShallIStop ? StopPrefix + subject : subject));
        }
    }

    /// <summary>Sets every pending ping anew: after a change of zone, of quiet hours or of days off.</summary>
    public static void Reschedule(OutcomeBuilder turn)
    {
        foreach (var repair in turn.All.Repairs)
        {
            if (repair.Promises.IsEmpty || turn.InHand(repair.Id) is not { } now)
            {
                continue;
            }

            turn.Switch(now, changed: true);
            foreach (var promise in now.Promises)
            {
                ScheduleNext(turn, promise.Number);
            }
        }
    }

    /// <summary>Drops the pings of one promise.</summary>
    public static void Forget(OutcomeBuilder turn, Promise promise) => turn.Forget(reminder => IsFor(reminder, promise));

    /// <summary>True for a ping about this promise.</summary>
    public static bool IsFor(Reminder reminder, Promise promise) =>
        reminder.Kind == ReminderKind.CheckIn && CheckInTalk.Read(SubjectOf(reminder))?.Number == promise.Number;

    /// <summary>The days on which a repair's promise is asked about: fewer at first where it keeps happening.</summary>
    public static ImmutableArray<int> DaysOf(Repair repair) => IsOldPattern(repair) ? CheckInDays.Slow : CheckInDays.Usual;

    /// <summary>When pings may reach a person.</summary>
    public static PingWindow WindowOf(Person person) => new()
    {
        Zone = WallClock.ZoneOf(person.Settings.TimeZone),
        Quiet = new QuietHours(person.Settings.QuietFrom, person.Settings.QuietTo),
        DaysOff = person.Settings.DaysOff,
        PausedUntil = person.Settings.PausedUntil,
    };

    private static string? SubjectOf(Reminder reminder)
    {
        var subject = reminder.Subject;
        return subject is null ? null : subject[(subject.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>One promise's question now, with what was promised in its card.</summary>
    public static void SayPing(OutcomeBuilder turn, Promise promise, DateOnly day, bool late, bool othersDropped)
    {
        var key = new QuestionKey(Step.Promise, CheckInTalk.DetailOf(promise.Number, day));
        var words = turn.Guide.Of(Step.Promise);
        var id = new MessageId(turn.NewId());
        var board = new ActionBoard(turn, id, key);
        var hidden = turn.Person.Settings.Hide || turn.Person.Hidden;
        if (hidden)
        {
            board.Button("open", turn.Guide.Label("open"));
        }
        else
        {
            AddAnswers(turn, board);
        }

        var text = words.Note(othersDropped ? "dropped" : late ? "late" : "ping").Fill(turn.Fillings());
        Put(turn, id, key, text, hidden ? null : CardOf(turn, promise), board, late);
    }

    private static void Open(OutcomeBuilder turn, QuestionKey key)
    {
        if (CheckInTalk.PromiseOf(turn.Repair, key) is not { } promise)
        {
            return;
        }

        var id = new MessageId(turn.NewId());
        var board = new ActionBoard(turn, id, key);
        AddAnswers(turn, board);
        Put(turn, id, key, turn.Guide.Of(Step.Promise).Ask(FactsOf.Tags(turn.Repair)).Fill(turn.Fillings()), CardOf(turn, promise), board, late: false);
    }

    private static void AddAnswers(OutcomeBuilder turn, ActionBoard board)
    {
        foreach (var value in Steps.SpecOf(Step.Promise).Values)
        {
            board.Button(value, turn.Guide.Of(Step.Promise).Option(value));
        }
    }

    private static void AskWhetherToGoOn(OutcomeBuilder turn, Promise promise)
    {
        var key = new QuestionKey(Step.StillWanted, CheckInTalk.DetailOf(promise.Number, promise.On));
        var words = turn.Guide.Of(Step.StillWanted);
        var id = new MessageId(turn.NewId());
        var board = new ActionBoard(turn, id, key);
        foreach (var value in Steps.SpecOf(Step.StillWanted).Values)
        {
            board.Button(value, words.Option(value));
        }

        Put(turn, id, key, words.Note("ping").Fill(turn.Fillings()), turn.Person.Settings.Hide ? null : CardOf(turn, promise), board, late: false);
    }

    private static void SayMerged(OutcomeBuilder turn, List<(Repair Repair, Promise Promise, DateOnly Day)> merged)
    {
        if (merged.Count == 0)
        {
            return;
        }

        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, LateContext);
        board.Select("open", turn.Guide.Label("open"), [.. merged.Take(Layout.MostOptions).Select(one => new ActionOption(
            string.Create(CultureInfo.InvariantCulture, $"{one.Repair.Id.Value}/{CheckInTalk.DetailOf(one.Promise.Number, one.Day)}"),
            LabelOf(turn, one.Promise)))]);
        turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.CheckIn,
            Phase = "check-in",
            Step = Steps.NameOf(Step.Promise),
            Guide = turn.Guide.Version,
            Late = true,
            Text = new PrivateText(turn.Guide.Of(Step.Promise).Note("merged").Fill(turn.Fillings())),
            Actions = board.Build(),
        });
    }

    /// <summary>One of several late check-ins was chosen.</summary>
    public static void OpenLate(OutcomeBuilder turn, string chosen)
    {
        if (chosen.Split('/') is [_, var detail])
        {
            Open(turn, new QuestionKey(Step.Promise, detail));
        }
    }

    /// <summary>The repair that a chosen late check-in belongs to.</summary>
    public static RepairId? RepairOf(string chosen) =>
        chosen.Split('/') is [var id, _] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new RepairId(value)
            : null;

    // In hide mode the list says the day alone.
    private static string LabelOf(OutcomeBuilder turn, Promise promise) => turn.Person.Settings.Hide || turn.Person.Hidden
        ? promise.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : OutcomeBuilder.OneLine(promise.Act.Reveal(), 100);

    private static void Put(OutcomeBuilder turn, MessageId id, QuestionKey key, string text, Card? card, ActionBoard board, bool late) =>
        turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.CheckIn,
            Phase = "check-in",
            Step = Steps.NameOf(key.Step),
            Question = key.Detail,
            Repair = turn.Repair.Id,
            Guide = turn.Guide.Version,
            Text = new PrivateText(text),
            Card = card,
            Late = late,
            Actions = Layout.Arrange(
                board.Own, [.. ((string[])["safety", "hide", "help"]).Select(turn.Guide.MoveOption)], board.IdOf,
                turn.Guide.Move(Layout.More)),
        });

    private static Card CardOf(OutcomeBuilder turn, Promise promise)
    {
        var guide = turn.Guide;
        var lines = new List<(string, string)> { (guide.Label("promise"), promise.Act.Reveal()) };
        foreach (var (name, text) in new[] { ("cue", promise.Cue), ("plan-b", promise.PlanB), ("seen-as", promise.SeenAs) })
        {
            if (!text.IsBlank)
            {
                lines.Add((guide.Label(name), text.Reveal()));
            }
        }

        lines.Add((guide.Label("first-sign"), promise.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return Layout.Card("", lines, guide.Label("hidden-more"));
    }

    private static void Move(OutcomeBuilder turn, Message ping, string move)
    {
        switch (move)
        {
            case "safety":
                StepBack.HelpNow(turn);
                break;
            case "hide":
                Hiding.Hide(turn);
                break;
            default:
                Commands.Help(turn);
                break;
        }
    }

    /// <summary>It keeps happening: everything goes at a slower pace.</summary>
    public static bool IsOldPattern(Repair repair) =>
        repair.Slow || repair.ValueOf(Step.Pattern) == "often" || repair.ValueOf(Step.Kind) == "keeps-happening";
}
