using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.Regulation;

namespace RepairBot.Core.Repairs;

/// <summary>What an accepted answer changes besides being filed, what is said to it, and where it leads.</summary>
internal static class Effects
{
    private static readonly TimeOnly TalkHour = new(18, 0);

    private static readonly TimeSpan ForAWhile = TimeSpan.FromDays(30);

    public static void Of(OutcomeBuilder turn, Answer answer)
    {
        var editing = turn.Repair.Detour == Detour.Edit;
        Profiles.Remember(turn, answer);
        switch (answer.Key.Step)
        {
            case Step.Welcome:
                turn.Person = turn.Person with { Welcomed = true };
                break;
            case Step.Safety when StepBack.OnSafetyAnswer(turn, answer.Value):
                return;
            case Step.Happened when !IsBrief(turn) && !editing:
                SayAfter(turn, answer, "noted");
                break;
            case Step.Pattern when answer.Value == "often":
                SayAfter(turn, answer, "slower");
                break;
            case Step.Cycle when answer.Value is null:
                SayAfter(turn, answer, "shared");
                break;
            case Step.Impact when answer.Value is null && !editing:
                SayAfter(turn, answer, "guess");
                break;
            case Step.Part:
                SayAfter(turn, answer, "mirror", (turn.Guide.Label("you-wrote"), answer.Field("mine").Reveal()));
                break;
            case Step.NotOkay:
                SayAfter(turn, answer, "kept");
                break;
            case Step.HeatBefore or Step.HeatAfter:
                Rate(turn, answer);
                break;
            case Step.Feeling:
                SayNamed(turn, answer);
                break;
            case Step.Choose when answer.Value == "anyway":
                GoOnAnyway(turn, answer);
                return;
            case Step.Choose:
                Exercises.Begin(turn, answer.Value);
                break;
            case Step.Readiness when !Decide(turn, answer):
                return;
            case Step.Contact when answer.Value is "yes" or "unsure":
                SayAfter(turn, answer, answer.Value == "yes" ? "respect" : "unsure");
                break;
            case Step.Guess when answer.Value is null:
                SayAfter(turn, answer, OwnHurt(turn) ? "not-excusing" : "guess");
                break;
            case Step.Opener:
                Preview(turn, answer);
                break;
            case Step.TalkTime when answer.Value == "talked":
                Course.SayText(turn, turn.Guide.Of(Step.AfterTalk).Ask(FactsOf.Tags(turn.Repair)).Fill(turn.Fillings()));
                break;
            case Step.TalkTime:
                RemindOfTalk(turn, answer);
                break;
            case Step.AfterTalk when answer.Key.Detail is { } part:
                var toldBefore = turn.Repair.AnswerTo(Step.Guess) is { Skipped: false };
                SayAfter(turn, answer, part == "heard" && OwnHurt(turn) && !toldBefore ? "not-excusing" : part);
                break;
            case Step.Tag when Unused(turn, answer.Value) is { Length: > 0 } unused:
                Agreements.Update(turn);
                SayAfter(turn, answer, "none-for-a-while", (turn.Guide.Label("tag"), unused));
                break;
            case Step.Action or Step.Tag or Step.Cue or Step.SeenAs or Step.Confidence:
                Agreements.Update(turn);
                if (answer.Key.Step == Step.Cue)
                {
                    SayAfter(
                        turn, answer, "rehearse",
                        (turn.Guide.Label("cue"), answer.Field("cue").Reveal()),
                        (turn.Guide.Label("promise"), Drafts.Words(turn.Repair, Step.Action)));
                }

                break;
            case Step.Note:
                SayAfter(turn, answer, Drafts.NoteOf(turn.Repair).IsComplete ? "complete" : "incomplete");
                if (Drafts.Words(turn.Repair, Step.Action) is { Length: > 0 } act)
                {
                    SayAfter(turn, answer, "match", (turn.Guide.Label("promise"), act));
                }

                break;
            case Step.Consent:
                Agreements.Consent(turn, answer.Value!);
                break;
            case Step.Zone:
                Agreements.SetZone(turn, answer);
                break;
            case Step.Promise or Step.CheckInNote or Step.When or Step.Lapse or Step.OtherAct or Step.LookBack or Step.StillWanted:
                CheckInTalk.Answered(turn, answer);
                break;
            case Step.Usual or Step.Regulate or Step.Ways:
                SayAfter(turn, answer, "kept");
                break;
            case Step.Layers or Step.Protection or Step.Aim or Step.Needs or Step.Harder or Step.Today or Step.Together:
                AfterAside(turn, answer);
                break;
        }

        if (editing && turn.AnswerChanged)
        {
            Editing.NameWhatToLookAt(turn, answer.Key);
        }

        Course.Advance(turn, Trigger.Answered);
    }

    /// <summary>Says one of the step's own notes, with facts or quotes in a card; lines without a value are left out.</summary>
    public static void SayAfter(OutcomeBuilder turn, Answer answer, string note, params ReadOnlySpan<(string Name, string Value)> lines)
    {
        var shown = new List<(string, string)>();
        foreach (var line in lines)
        {
            if (line.Value.Length > 0)
            {
                shown.Add(line);
            }
        }

        var word = answer.Values.IsEmpty ? "" : Content.Shown(turn, answer);
        var text = turn.Guide.Of(answer.Key.Step).Note(note).Fill(Content.Fillings(turn, answer.Key) with { Word = word });
        Course.SayText(turn, text, card: shown.Count == 0 ? null : Layout.Card("", shown, turn.Guide.Label("hidden-more")));
    }

    private static void Rate(OutcomeBuilder turn, Answer answer)
    {
        var value = int.Parse(answer.Value!, CultureInfo.InvariantCulture);
        var before = turn.Repair.Ratings;
        var after = answer.Key.Step == Step.HeatAfter ? turn.Repair.ValueOf(Step.Choose) : null;
        turn.Set(turn.Repair with { Ratings = before.Add(new HeatRating(value, turn.Now, after)) });
        if (answer.Key.Step == Step.HeatBefore)
        {
            SayAfter(turn, answer, value >= Readiness.Hot ? "hot" : value > Readiness.Calm ? "middle" : "calm");
            return;
        }

        var earlier = before.Length > 0 ? before[^1].Value : value;
        var twice = before.Length > 1 && value >= earlier && earlier >= before[^2].Value;
        SayAfter(turn, answer, twice ? "twice" : value < earlier ? "change-down" : value > earlier ? "change-up" : "change-none");
        if (value < earlier && after is not null)
        {
            turn.Person = turn.Person with { BestExercise = after };
        }

        if (value > earlier)
        {
            TodayOffer.Make(turn);
        }
    }

    private static void SayNamed(OutcomeBuilder turn, Answer answer)
    {
        var word = Content.Shown(turn, answer);
        var note = turn.Repair.Detour == Detour.Aside ? turn.Guide.Note("feeling-named") : turn.Guide.Of(Step.Feeling).Note("named");
        var text = note.Fill(turn.Fillings() with { Word = OutcomeBuilder.OneLine(word, 60) });
        Course.SayText(turn, text, card: answer.Values.IsEmpty ? Layout.Card("", [(turn.Guide.Label("feeling"), word)], "") : null);
    }

    // The honest notice comes once; the second time the person's decision stands.
    private static void GoOnAnyway(OutcomeBuilder turn, Answer answer)
    {
        if (NeedsNotice(turn))
        {
            turn.Set(turn.Repair with { NoticeGiven = true, Answers = turn.Repair.Answers.Without(answer.Key) });
            Asking.Ask(turn, turn.Guide.Of(Step.Choose).Note("honest").Fill(turn.Fillings()));
            return;
        }

        turn.Set(turn.Repair with { Overridden = true });
        Course.Advance(turn, Trigger.Skipped);
    }

    // Whoever gave no number has none that could be too high.
    private static bool NeedsNotice(OutcomeBuilder turn) => !turn.Repair.NoticeGiven && !turn.Repair.Ratings.IsEmpty;

    // True when the conversation goes on at once.
    private static bool Decide(OutcomeBuilder turn, Answer answer)
    {
        switch (answer.Value)
        {
            case "again":
                turn.Set(turn.Repair with { Exercise = null });
                return true;
            case "later":
                Rest(turn, Exercises.At(turn, "in-an-hour"));
                SayAfter(turn, answer, "waiting");
                return true;
            case "not-today":
                Rest(turn, Exercises.At(turn, "tomorrow"));
                SayAfter(turn, answer, "another-day");
                return true;
            case "now" when !Course.Facts(turn).Ready && NeedsNotice(turn):
                turn.Set(turn.Repair with { NoticeGiven = true, Answers = turn.Repair.Answers.Without(answer.Key) });
                Asking.Ask(turn, turn.Guide.Of(Step.Readiness).Note("honest").Fill(turn.Fillings()));
                return false;
            default:
                turn.Set(turn.Repair with { Overridden = turn.Repair.Overridden || !Course.Facts(turn).Ready });
                return true;
        }
    }

    /// <summary>Sets the one reminder of a rest, in place of any other.</summary>
    public static void Rest(OutcomeBuilder turn, DateTimeOffset at)
    {
        turn.Forget(reminder => reminder.Kind == ReminderKind.Later);
        turn.Remind(new Reminder(new ReminderId(turn.NewId()), ReminderKind.Later, at, turn.Repair.Id));
    }

    private static void Preview(OutcomeBuilder turn, Answer answer)
    {
        if (answer.Value == "own-voice")
        {
            SayAfter(turn, answer, "own-voice");
            return;
        }

        SayAfter(
            turn, answer, "preview",
            (turn.Guide.Label("to"), turn.Fillings().Who ?? ""),
            (turn.Guide.Label("quote"), answer.Text.Reveal()),
            (turn.Guide.Label("how"), turn.Guide.Label("you-send-it")));
    }

    private static void RemindOfTalk(OutcomeBuilder turn, Answer answer)
    {
        if (TalkAt(turn, answer) is not { } at)
        {
            return;
        }

        turn.Forget(reminder => reminder.Subject == TalkAgain.Subject);
        turn.Remind(new Reminder(new ReminderId(turn.NewId()), ReminderKind.Later, at, turn.Repair.Id, TalkAgain.Subject));
        SayAfter(turn, answer, "choice");
        var day = turn.Guide.Of(Step.TalkTime).Note("reminder").Fill(turn.Fillings() with { Date = Exercises.DayAndTime(turn, at) });
        Course.SayText(turn, day);
    }

    private static DateTimeOffset? TalkAt(OutcomeBuilder turn, Answer answer) => answer.Value switch
    {
        "today" => Exercises.NextLocal(turn, TalkHour, 0),
        "tomorrow" => Exercises.NextLocal(turn, TalkHour, 1),
        "in-three-days" => Exercises.NextLocal(turn, TalkHour, 3),
        "in-a-week" => Exercises.NextLocal(turn, TalkHour, 7),
        null => ReadBack.Confirmed(turn),
        _ => null,
    };

    private static void AfterAside(OutcomeBuilder turn, Answer answer)
    {
        switch (answer.Key.Step)
        {
            case Step.Protection when answer.Value is { } move:
                turn.Person = turn.Person with { Protection = move };
                SayAfter(turn, answer, "noted");
                break;
            case Step.Today:
                var park = answer.Value == "park" || answer.Text.IsBlank;
                SayAfter(turn, answer, park ? "parked" : "do-it", (turn.Guide.Label("you-wrote"), answer.Text.Reveal()));
                if (!answer.Text.IsBlank && !turn.Repair.Parked.Contains(answer.Text))
                {
                    turn.Set(turn.Repair with { Parked = turn.Repair.Parked.Add(answer.Text) });
                }

                break;
            default:
                SayAfter(turn, answer, "noted", (turn.Guide.Label("you-wrote"), Content.Shown(turn, answer)));
                break;
        }
    }

    // Kinds of promise that had none for a month, once there were any at all.
    private static string Unused(OutcomeBuilder turn, string? chosen)
    {
        var lately = turn.Person.Tags.Where(use => turn.Now - use.At <= ForAWhile).Select(use => use.Tag).ToHashSet();
        return turn.Person.Tags.IsEmpty
            ? ""
            : string.Join("\n", Steps.SpecOf(Step.Tag).Values.Where(tag => tag != chosen && !lately.Contains(tag)).Select(turn.Guide.Of(Step.Tag).Option));
    }

    // Whoever was hurt hears that understanding takes nothing back; said to the one who hurt, it would excuse them.
    private static bool OwnHurt(OutcomeBuilder turn) => turn.Repair.ValueOf(Step.Side) is not "hurt-them";

    private static bool IsBrief(OutcomeBuilder turn) => turn.Repair.ValueOf(Step.Length) == "short";
}
