using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;

namespace RepairBot.Core.Repairs;

/// <summary>
/// Pings: set in the person's own time, neutral in their text, backing off when nobody answers, and placed anew when the person moves or
/// changes when pings may come.
/// </summary>
internal static class CheckInPings
{
    /// <summary>Marks the one ping that asks whether to go on.</summary>
    private const string StopPrefix = "stop/";

    /// <summary>Marks a ping at a time the person chose: the plan leaves it alone.</summary>
    public const string ChosenPrefix = "later/";

    /// <summary>Notes the pings that came due together, and sets what follows them. Answers what is to be said.</summary>
    public static List<DueNote> Serve(OutcomeBuilder turn, List<(Reminder Reminder, Repair Repair)> due)
    {
        var notes = new List<DueNote>();

        // Of several for one promise only the newest still matters.
        foreach (var pings in due.GroupBy(ping => (ping.Repair.Id, CheckInTalk.Read(SubjectOf(ping.Reminder))?.Number)))
        {
            var reminder = pings.Select(ping => ping.Reminder).MaxBy(ping => ping.DueAt)!;
            turn.Switch(turn.InHand(pings.Key.Id), changed: true);
            if (CheckInTalk.Read(SubjectOf(reminder)) is not { } about
                || turn.Repair.Promises.FirstOrDefault(one => one.Number == about.Number) is not { Ended: false, CheckIns: true } promise
                || !turn.Person.Settings.Reminders)
            {
                continue;
            }

            var stops = reminder.Subject!.StartsWith(StopPrefix, StringComparison.Ordinal);
            var (at, day) = stops ? (reminder.DueAt, about.Day) : Newest(turn, promise, reminder.DueAt, about.Day);
            var today = WallClock.DayOf(turn.Now, WindowOf(turn.Person).Zone);
            CheckInTalk.Change(turn, promise with
            {
                Unanswered = promise.Unanswered + 1,
                LastAsked = day > today ? day : today,
                AskedToStop = stops,
            });
            if (!stops)
            {
                ScheduleNext(turn, promise.Number);
            }

            var detail = CheckInTalk.DetailOf(promise.Number, stops ? promise.On : day);
            notes.Add(new DueNote(turn.Repair.Id, stops ? DueNotes.StillWanted + detail : detail, at, OthersDropped: day != about.Day || pings.Count() > 1));
        }

        return notes;
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

    /// <summary>
    /// Sets the next ping of a promise, in place of any that the plan set; none when the plan is over or nothing is wanted. A time the person
    /// chose stands, and the plan goes on after it.
    /// </summary>
    public static void ScheduleNext(OutcomeBuilder turn, int number)
    {
        // An act that was skipped, or that the screen holds, is no promise.
        if (turn.Repair.Promises.FirstOrDefault(one => one.Number == number) is not { } promise)
        {
            return;
        }

        turn.Forget(reminder => IsFor(reminder, promise) && !IsChosen(reminder));
        if (promise.Ended || !promise.CheckIns || promise.AskedToStop || !turn.Person.Settings.Reminders
            || turn.Repair.Reminders.Any(reminder => IsFor(reminder, promise)))
        {
            return;
        }

        if (CheckInSchedule.Next(promise.On, DaysOf(turn.Repair, promise), promise.LastAsked, promise.Unanswered, turn.Now, WindowOf(turn.Person)) is { } next)
        {
            var subject = CheckInTalk.DetailOf(number, next.Wish.Day);
            turn.Remind(new Reminder(
                new ReminderId(turn.NewId()), ReminderKind.CheckIn, next.At, turn.Repair.Id,
                next.Question == CheckInQuestion.ShallIStop ? StopPrefix + subject : subject));
        }
    }

    /// <summary>
    /// Places every standing ping anew, after a change of zone, of quiet hours, of days off or of a pause: none is lost and none comes twice.
    /// What the person set for within a day comes as it was set.
    /// </summary>
    /// <param name="turn">The turn, with the new settings.</param>
    /// <param name="before">The zone the person was in.</param>
    public static void Reschedule(OutcomeBuilder turn, DateTimeZone before)
    {
        foreach (var repair in turn.All.Repairs)
        {
            if (turn.InHand(repair.Id) is not { } now || (now.Promises.IsEmpty && now.Reminders.IsEmpty))
            {
                continue;
            }

            turn.Switch(now, changed: true);
            foreach (var standing in now.Reminders)
            {
                if (turn.Person.Settings.Reminders && PlacedAgain(turn, standing, before) is { } at && at != standing.DueAt)
                {
                    turn.Forget(reminder => reminder == standing);
                    turn.Remind(standing with { Id = new ReminderId(turn.NewId()), DueAt = at });
                }
            }

            foreach (var promise in now.Promises)
            {
                if (!turn.Person.Settings.Reminders || !turn.Repair.Reminders.Any(reminder => IsFor(reminder, promise)))
                {
                    ScheduleNext(turn, promise.Number);
                }
            }
        }
    }

    /// <summary>Drops the pings of one promise.</summary>
    public static void Forget(OutcomeBuilder turn, Promise promise) => turn.Forget(reminder => IsFor(reminder, promise));

    /// <summary>True for a ping about this promise.</summary>
    public static bool IsFor(Reminder reminder, Promise promise) =>
        reminder.Kind == ReminderKind.CheckIn && CheckInTalk.Read(SubjectOf(reminder))?.Number == promise.Number;

    /// <summary>The days on which a promise is asked about: as chosen, or else fewer at first where it keeps happening.</summary>
    public static ImmutableArray<int> DaysOf(Repair repair, Promise promise) =>
        promise.Days ?? (IsOldPattern(repair) ? CheckInDays.Slow : CheckInDays.Usual);

    /// <summary>The act a due note is about; null when it is about none.</summary>
    public static PrivateText? ActOf(OutcomeBuilder turn, DueNote note) =>
        CheckInTalk.Read(note.About.Split('/')[^1]) is { } about && turn.InHand(note.Repair) is { } repair
            ? repair.Promises.FirstOrDefault(promise => promise.Number == about.Number)?.Act
            : null;

    /// <summary>When pings may reach a person.</summary>
    public static PingWindow WindowOf(Person person) => new()
    {
        Zone = WallClock.ZoneOf(person.Settings.TimeZone),
        Quiet = new QuietHours(person.Settings.QuietFrom, person.Settings.QuietTo),
        DaysOff = person.Settings.DaysOff,
        PausedUntil = person.Settings.PausedUntil,
    };

    // After downtime several days of a plan may be over: the newest is asked about, and the older ones are left out.
    private static (DateTimeOffset At, DateOnly Day) Newest(OutcomeBuilder turn, Promise promise, DateTimeOffset at, DateOnly day)
    {
        while (CheckInSchedule.Next(promise.On, DaysOf(turn.Repair, promise), day, 0, at, WindowOf(turn.Person)) is { } next && next.At <= turn.Now)
        {
            (at, day) = (next.At, next.Wish.Day);
        }

        return (at, day);
    }

    private static DateTimeOffset? PlacedAgain(OutcomeBuilder turn, Reminder standing, DateTimeZone before)
    {
        var window = WindowOf(turn.Person);
        var isFarOff = standing.DueAt - turn.Now > PingWindow.OnTimeWithin;
        return standing.Kind switch
        {
            ReminderKind.CheckIn when IsChosen(standing) => isFarOff ? window.PlaceAgain(WallTime.Of(standing.DueAt, before), turn.Now) : null,
            ReminderKind.CheckIn when CheckInTalk.Read(SubjectOf(standing)) is { } about => window.PlaceAgain(new WallTime(about.Day, window.UsualTime), turn.Now),
            ReminderKind.Later when isFarOff => WallTime.Of(standing.DueAt, before).InstantIn(window.Zone),
            _ => null,
        };
    }

    private static bool IsChosen(Reminder reminder) => reminder.Subject?.StartsWith(ChosenPrefix, StringComparison.Ordinal) == true;

    private static string? SubjectOf(Reminder reminder)
    {
        var subject = reminder.Subject;
        return subject is null ? null : subject[(subject.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>A check-in that is due or was chosen among several, by its promise and day.</summary>
    public static void SayDue(OutcomeBuilder turn, string detail, bool late, bool othersDropped, bool opened)
    {
        var key = new QuestionKey(Step.Promise, detail);
        if (CheckInTalk.Read(detail) is not { } about || CheckInTalk.PromiseOf(turn.Repair, key) is not { } promise)
        {
            return;
        }

        if (opened)
        {
            Open(turn, key);
            return;
        }

        SayPing(turn, promise, about.Day, late, othersDropped);
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

    /// <summary>Asks once, after silence, whether to go on asking.</summary>
    public static void AskWhetherToGoOn(OutcomeBuilder turn, string detail, bool late)
    {
        var key = new QuestionKey(Step.StillWanted, detail);
        if (CheckInTalk.PromiseOf(turn.Repair, key) is not { } promise)
        {
            return;
        }

        var words = turn.Guide.Of(Step.StillWanted);
        var id = new MessageId(turn.NewId());
        var board = new ActionBoard(turn, id, key);
        foreach (var value in Steps.SpecOf(Step.StillWanted).Values)
        {
            board.Button(value, words.Option(value));
        }

        Put(turn, id, key, DueNotes.Words(turn, words.Note("ping"), late), turn.Person.Settings.Hide || turn.Person.Hidden ? null : CardOf(turn, promise), board, late);
    }

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
