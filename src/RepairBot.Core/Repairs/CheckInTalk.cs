using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>
/// The short talk after a ping was pressed: what became of the promise, a word about it, and what to change after a lapse. A ping takes
/// the focus only when it is pressed, and leads back to whatever it interrupted.
/// </summary>
internal static class CheckInTalk
{
    /// <summary>Lapses in a row after which another act or an end is offered, and a person to talk to is named.</summary>
    private const int ManyLapses = 3;

    /// <summary>The part of a question's key that says which promise and which day.</summary>
    public static string DetailOf(int number, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}.{day:yyyy-MM-dd}");

    /// <summary>Reads <see cref="DetailOf"/>; null for anything else.</summary>
    public static (int Number, DateOnly Day)? Read(string? detail) =>
        detail?.Split('.') is [var number, var day]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? (which, on)
            : null;

    /// <summary>The promise a check-in question is about; null when it is gone.</summary>
    public static Promise? PromiseOf(Repair repair, QuestionKey key) =>
        Read(key.Detail) is { } about ? repair.Promises.FirstOrDefault(promise => promise.Number == about.Number) : null;

    /// <summary>True when the day asked about is the last one of the plan.</summary>
    public static bool IsLast(Repair repair, QuestionKey key) =>
        PromiseOf(repair, key) is { } promise && Read(key.Detail) is { } about && about.Day >= promise.On.AddDays(CheckInPings.DaysOf(repair, promise)[^1]);

    /// <summary>True when, after a lapse, another moment was asked for and not another act.</summary>
    public static bool IsAboutTheCue(Repair repair, QuestionKey key) => repair.AnswerTo(new QuestionKey(Step.Lapse, key.Detail))?.Value == "other-cue";

    /// <summary>True for a question that is reached by a ping alone.</summary>
    public static bool Begins(QuestionKey key) => key.Step is Step.Promise or Step.StillWanted;

    /// <summary>A press on a ping.</summary>
    public static void Take(OutcomeBuilder turn, QuestionKey key, Message ping, string value)
    {
        StepAside(turn, key);
        turn.Set(turn.Repair with { Live = ping.Id, Asked = new AskedBy(ping.Id, ping.Guide) });
        Answering.Take(turn, RawAnswer.Of(value), ScreeningResult.Clear.Instance);
    }

    /// <summary>Leaves whatever is open for this question, to come back to it afterwards.</summary>
    public static void StepAside(OutcomeBuilder turn, QuestionKey to)
    {
        var step = turn.Next(Trigger.CheckInTaken, Course.Facts(turn) with { Goal = to.Step }) ?? to.Step;
        Asking.Retire(turn);
        turn.Set(turn.Repair with { Before = turn.Repair.Before ?? turn.Repair.State, State = RepairState.Open });
        Course.Suspend(turn, to with { Step = step }, Detour.CheckIn);
        turn.Person = turn.Person with { Focus = turn.Repair.Id };
    }

    /// <summary>What an accepted answer within the talk changes and says.</summary>
    public static void Answered(OutcomeBuilder turn, Answer answer)
    {
        if (PromiseOf(turn.Repair, answer.Key) is not { } promise || Read(answer.Key.Detail) is not { } about)
        {
            return;
        }

        switch (answer.Key.Step)
        {
            case Step.Promise when answer.Value == "later":
                Change(turn, promise with { Unanswered = 0 });
                break;
            case Step.Promise:
                Record(turn, promise, about.Day, answer.Value!);
                if (LapsesInARow(turn, promise) == ManyLapses)
                {
                    SayAboutLapses(turn, answer);
                    break;
                }

                Effects.SayAfter(turn, answer, answer.Value == "end" ? "ended" : answer.Value!, (turn.Guide.Label("promise"), promise.Act.Reveal()));
                break;
            case Step.Lapse when answer.Value == "end":
                End(turn, promise);
                break;
            case Step.Lapse when answer.Value == "same":
                Effects.SayAfter(turn, answer, "same");
                break;
            case Step.OtherAct:
                Reword(turn, promise, answer);
                var changed = IsAboutTheCue(turn.Repair, answer.Key) ? "cue" : "promise";
                Effects.SayAfter(turn, answer, "changed", (turn.Guide.Label(changed), answer.Text.Reveal()));
                break;
            case Step.CheckInNote:
                AddNote(turn, promise, about.Day, answer.Text);
                Effects.SayAfter(turn, answer, "kept");
                break;
            case Step.When:
                SetLater(turn, promise, answer);
                break;
            case Step.LookBack:
                Effects.SayAfter(turn, answer, "kept");
                break;
            case Step.StillWanted:
                Decide(turn, promise, answer);
                break;
        }
    }

    /// <summary>The talk is over: back to what it interrupted, with the next question's day said.</summary>
    public static void Done(OutcomeBuilder turn)
    {
        Asking.Retire(turn);
        var repair = turn.Repair;
        var promise = PromiseOf(repair, repair.Now);
        Course.Unwind(turn);
        turn.Set(turn.Repair with
        {
            State = repair.Before ?? repair.State,
            Before = null,
            Trail = repair.Trail.RemoveAll(key => key.Step == Step.AfterTalk || Asking.PhaseOf(key.Step) == "check-in"),
        });
        if (repair.Now.Step != Step.When)
        {
            SayNext(turn, promise);
        }

        if (turn.Repair.State == RepairState.Open)
        {
            Course.Land(turn, turn.Repair.Now, turn.Repair.Detour);
            return;
        }

        turn.Person = turn.Person with { Focus = null };
    }

    /// <summary>Puts a changed promise in its place.</summary>
    public static void Change(OutcomeBuilder turn, Promise promise)
    {
        var earlier = turn.Repair.Promises.First(one => one.Number == promise.Number);
        turn.Set(turn.Repair with { Promises = turn.Repair.Promises.Replace(earlier, promise) });
    }

    private static void Record(OutcomeBuilder turn, Promise promise, DateOnly day, string said)
    {
        // A second press on the same day's question is its new answer.
        var others = turn.Repair.CheckIns.RemoveAll(one => one.Promise == promise.Number && one.AskedOn == day);
        turn.Set(turn.Repair with { CheckIns = others.Add(new CheckInAnswer(promise.Number, promise.Act, day, turn.Now, said)) });
        Change(turn, promise with { Unanswered = 0, AskedToStop = false, LastAsked = Latest(promise.LastAsked, day) });
        if (said == "end")
        {
            End(turn, turn.Repair.Promises.First(one => one.Number == promise.Number));
            return;
        }

        CheckInPings.Forget(turn, promise);
        CheckInPings.ScheduleNext(turn, promise.Number);
    }

    private static DateOnly Latest(DateOnly? one, DateOnly other) => one > other ? one.Value : other;

    private static void End(OutcomeBuilder turn, Promise promise)
    {
        Change(turn, promise with { Ended = true });
        CheckInPings.Forget(turn, promise);
    }

    private static void AddNote(OutcomeBuilder turn, Promise promise, DateOnly day, PrivateText note)
    {
        if (turn.Repair.CheckIns.LastOrDefault(one => one.Promise == promise.Number && one.AskedOn == day) is { } record)
        {
            turn.Set(turn.Repair with { CheckIns = turn.Repair.CheckIns.Replace(record, record with { Note = note }) });
        }
    }

    // After a lapse the cue is changed where that was asked for; otherwise the act itself.
    private static void Reword(OutcomeBuilder turn, Promise promise, Answer answer)
    {
        Change(turn, IsAboutTheCue(turn.Repair, answer.Key) ? promise with { Cue = answer.Text } : promise with { Act = answer.Text });
    }

    // What was planned before the chosen time would only be in its way; the plan goes on after it.
    private static void SetLater(OutcomeBuilder turn, Promise promise, Answer answer)
    {
        var at = answer.Value is { } offered ? Wishes.At(turn, offered) : ReadBack.Confirmed(turn) ?? Wishes.At(turn, "tomorrow");
        var subject = CheckInPings.ChosenPrefix + DetailOf(promise.Number, WallClock.DayOf(at, Exercises.ZoneOf(turn.Person)));
        CheckInPings.Forget(turn, promise);
        turn.Remind(new Reminder(new ReminderId(turn.NewId()), ReminderKind.CheckIn, at, turn.Repair.Id, subject));
        var text = turn.Guide.Of(Step.When).Note("set").Fill(turn.Fillings() with { Date = Exercises.DayAndTime(turn, at) });
        Course.SayText(turn, text);
    }

    private static void Decide(OutcomeBuilder turn, Promise promise, Answer answer)
    {
        var goesOn = answer.Value == "go-on";
        var today = WallClock.DayOf(turn.Now, Exercises.ZoneOf(turn.Person)).DayNumber - promise.On.DayNumber;
        Change(turn, promise with
        {
            Unanswered = 0,
            AskedToStop = false,
            CheckIns = goesOn,
            Days = goesOn ? CheckInDays.Sparser(CheckInPings.DaysOf(turn.Repair, promise), today) : promise.Days,
        });
        Effects.SayAfter(turn, answer, goesOn ? "goes-on" : "stopped");
        if (goesOn)
        {
            CheckInPings.ScheduleNext(turn, promise.Number);
        }
        else
        {
            CheckInPings.Forget(turn, promise);
        }
    }

    private static int LapsesInARow(OutcomeBuilder turn, Promise promise) =>
        turn.Repair.CheckIns.Where(one => one.Promise == promise.Number).Reverse().TakeWhile(one => one.Said == "not-yet").Count();

    // Said once, and not again at the next lapse.
    private static void SayAboutLapses(OutcomeBuilder turn, Answer answer)
    {
        var lapse = answer with { Key = new QuestionKey(Step.Lapse), Values = [] };
        Effects.SayAfter(turn, lapse, "third");
        Effects.SayAfter(turn, lapse, "human");
    }

    private static void SayNext(OutcomeBuilder turn, Promise? promise)
    {
        if (promise is null or { Ended: true } or { CheckIns: false })
        {
            return;
        }

        var next = turn.Repair.Reminders
            .Where(reminder => CheckInPings.IsFor(reminder, promise))
            .MinBy(reminder => reminder.DueAt);
        var words = turn.Guide.Of(Step.Promise);
        var text = next is null
            ? words.Note("last").Fill(turn.Fillings())
            : words.Note("next").Fill(turn.Fillings() with { Date = Exercises.DayAndTime(turn, next.DueAt) });
        Course.SayText(turn, text);
    }
}
