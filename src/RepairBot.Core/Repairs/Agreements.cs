using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>Builds the one promise of a repair out of the answers, and settles whether it is asked about later.</summary>
internal static class Agreements
{
    /// <summary>Brings the promise up to date with what was answered so far; without an act there is none.</summary>
    public static void Update(OutcomeBuilder turn)
    {
        var repair = turn.Repair;
        var act = Drafts.Words(repair, Step.Action);
        if (act.Length == 0)
        {
            turn.Set(repair with { Promises = repair.Promises.RemoveAll(promise => promise.Number == 1) });
            return;
        }

        var confidence = repair.ValueOf(Step.Confidence);
        var earlier = repair.Promises.FirstOrDefault(promise => promise.Number == 1);
        var promise = new Promise
        {
            Number = 1,
            Act = new PrivateText(act),
            Cue = new PrivateText(Drafts.Words(repair, Step.Cue, "cue")),
            PlanB = new PrivateText(Drafts.Words(repair, Step.Cue, "plan-b")),
            SeenAs = new PrivateText(Drafts.Words(repair, Step.SeenAs)),
            Tag = repair.ValueOf(Step.Tag),
            Confidence = confidence is null ? null : int.Parse(confidence, CultureInfo.InvariantCulture),
            On = DayOf(turn, act, earlier),
            AgreedAt = earlier?.AgreedAt ?? turn.Now,
            CheckIns = earlier?.CheckIns ?? false,
            Days = earlier?.Days,
        };
        turn.Set(repair with { Promises = earlier is null ? repair.Promises.Add(promise) : repair.Promises.Replace(earlier, promise) });
    }

    /// <summary>The same after an answer that the promise is made of.</summary>
    public static void UpdateAfter(OutcomeBuilder turn, Step answered)
    {
        if (answered is Step.Action or Step.Tag or Step.Cue or Step.SeenAs or Step.Confidence)
        {
            Update(turn);
        }
    }

    /// <summary>A smaller act in place of the one that felt too big; how sure the person is of it is asked once more.</summary>
    public static void MakeSmaller(OutcomeBuilder turn, PrivateText act, ScreeningResult screened)
    {
        Answering.File(turn, new Answer
        {
            Key = new QuestionKey(Step.Action),
            Guide = turn.Repair.AnswerTo(Step.Action)?.Guide ?? turn.Repair.Asked.Guide,
            At = turn.Now,
            Asked = turn.Repair.AnswerTo(Step.Action)?.Asked ?? turn.Repair.Asked.Message,
            Text = act,
            Held = screened is not ScreeningResult.Clear,
        });
        Asking.Retire(turn);
        turn.Set(turn.Repair with { Nudge = null });
        if (screened is not ScreeningResult.Clear)
        {
            StepBack.Hold(turn, screened, new QuestionKey(Step.Action));
            return;
        }

        Update(turn);
        Course.SayText(turn, turn.Guide.Of(Step.Action).Note("smaller").Fill(turn.Fillings()));
        Asking.Ask(turn);
    }

    /// <summary>Notes whether the person wants to be asked about the promise, and how often.</summary>
    public static void Consent(OutcomeBuilder turn, string answer)
    {
        Update(turn);
        var wanted = answer != "no";
        ImmutableArray<int>? days = answer switch { "daily" => CheckInDays.Daily, "weekly" => CheckInDays.Weekly, _ => null };
        turn.Set(turn.Repair with
        {
            Promises = ImmutableArray.CreateRange(turn.Repair.Promises, promise => promise with { CheckIns = wanted, Days = days }),
        });
        var repair = turn.Repair;
        var text = turn.Guide.Of(Step.Consent).Note(wanted ? "agreed" : "declined").Fill(turn.Fillings() with
        {
            Date = repair.Promises is [.., var promise] ? Exercises.Day(promise.On.AddDays(CheckInPings.DaysOf(repair, promise)[0])) : "",
        });
        Course.SayText(turn, text);
        RememberTag(turn);

        // Until a zone is known, and for whoever tells none, it is UTC.
        CheckInPings.ScheduleNext(turn, 1);
        if (repair.ValueOf(Step.Kind) == "keeps-happening" || repair.ValueOf(Step.Pattern) == "often")
        {
            Effects.SayAfter(turn, repair.AnswerTo(Step.Consent)!, "needs-time");
        }
    }

    /// <summary>Notes the person's time zone.</summary>
    public static void SetZone(OutcomeBuilder turn, Answer answer)
    {
        var zone = answer.Value ?? answer.Text.Reveal().Trim();
        if (!IsZone(zone))
        {
            return;
        }

        turn.Person = turn.Person with { Settings = turn.Person.Settings with { TimeZone = zone } };
        if (!turn.Repair.Promises.IsEmpty)
        {
            CheckInPings.ScheduleNext(turn, 1);
        }
    }

    /// <summary>True for an IANA time zone the program knows.</summary>
    public static bool IsZone(string text) => WallClock.IsZone(text);

    // Over several repairs it shows which of the three has had no act for a while.
    private static void RememberTag(OutcomeBuilder turn)
    {
        if (turn.Repair.ValueOf(Step.Tag) is { } tag)
        {
            turn.Person = turn.Person with { Tags = turn.Person.Tags.RemoveAll(use => use.Tag == tag).Add(new TagUse(tag, turn.Now)) };
        }
    }

    // The day the act names, or else its cue; an act without one is for tomorrow. An act that stays as it is keeps its day.
    private static DateOnly DayOf(OutcomeBuilder turn, string act, Promise? earlier)
    {
        var cue = Drafts.Words(turn.Repair, Step.Cue, "cue");
        if (earlier is not null && earlier.Act.Reveal() == act && earlier.Cue.Reveal() == cue)
        {
            return earlier.On;
        }

        var named = earlier is not null && earlier.Act.Reveal() == act ? earlier.On : Wishes.DayIn(turn, act);
        return Wishes.DayIn(turn, act) is null && Wishes.DayIn(turn, cue) is { } byCue ? byCue : named ?? Today(turn).AddDays(1);
    }

    private static DateOnly Today(OutcomeBuilder turn) => WallClock.DayOf(turn.Now, Exercises.ZoneOf(turn.Person));
}
