using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>
/// What happens when the screen, or an answer to the safety question, says that something comes before any repair: coaching and drafting
/// stop, help lines are shown, and the person decides. Nobody is told.
/// </summary>
internal static class StepBack
{
    /// <summary>Holds the conversation at what was seen.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="screened">What was seen; a failed screen counts as if something had been.</param>
    /// <param name="words">The question whose answer has the words; null when they stand in the chat alone.</param>
    public static void Hold(OutcomeBuilder turn, ScreeningResult screened, QuestionKey? words = null)
    {
        var hold = screened is ScreeningResult.Hit hit ? new Hold(hit.Risks, hit.Direction, words) : new Hold([], RiskDirection.Self, words);
        turn.Person = turn.Person with { Seen = [.. turn.Person.Seen.Union(hold.Risks)] };
        if (!turn.HasRepair || turn.Repair.State != RepairState.Open)
        {
            SayLines(turn, turn.Guide.Note(NoteFor(hold)).Fill(turn.Fillings()), hold);
            return;
        }

        if (turn.Repair.Now.Step == Step.Exercise)
        {
            Exercises.Stop(turn);
        }

        Enter(turn, hold, NoteFor(hold));
    }

    /// <summary>True when the answer to the safety question holds the conversation.</summary>
    public static bool OnSafetyAnswer(OutcomeBuilder turn, string? value)
    {
        Hold? hold = value switch
        {
            "afraid" => new Hold([Risk.ViolenceToUser], RiskDirection.ToUser, turn.Repair.Now),
            "controlled" => new Hold([Risk.CoerciveControl], RiskDirection.ToUser, turn.Repair.Now),
            "i-scare-them" => new Hold([Risk.ViolenceByUser], RiskDirection.ByUser, turn.Repair.Now),
            _ => null,
        };
        if (hold is not null)
        {
            turn.Person = turn.Person with { Seen = [.. turn.Person.Seen.Union(hold.Risks)] };
            Enter(turn, hold, NoteFor(hold));
            return true;
        }

        if (value is "unsure" or "rather-not")
        {
            var gentle = new Hold([], RiskDirection.ToUser);
            SayLines(turn, turn.Guide.Of(Step.Safety).Note("care").Fill(turn.Fillings()), gentle);
        }

        return false;
    }

    /// <summary>The person goes on: the question that was answered stays answered, and nothing is drafted for the other after harm or fear.</summary>
    public static void GoOn(OutcomeBuilder turn, bool misread)
    {
        var repair = turn.Repair;
        var hold = repair.Hold ?? new Hold([], RiskDirection.Self);
        if (turn.Next(Trigger.WentOn, Course.Facts(turn)) is null)
        {
            Asking.Ask(turn);
            return;
        }

        var stopsDrafting = !misread && hold.Risks.Any(risk => risk != Risk.CrisisSelfHarm);
        Asking.Retire(turn);
        turn.Set(repair with { Hold = null, NoDrafting = repair.NoDrafting || stopsDrafting });
        Course.Unwind(turn);
        if (misread)
        {
            Release(turn, hold);
            SayLines(turn, turn.Guide.Note("misread").Fill(turn.Fillings()), hold);
        }
        else
        {
            if (hold.Words is { } words && turn.Repair.AnswerTo(words) is { Held: true })
            {
                Course.SayNote(turn, "private-kept");
            }

            Course.SayNote(turn, "still-armed");
        }

        // A question that was not itself answered is asked again.
        if (hold.Words != turn.Repair.Now)
        {
            Course.Land(turn, turn.Repair.Now, turn.Repair.Detour);
            return;
        }

        Course.Advance(turn, Trigger.Answered);
    }

    /// <summary>Help lines at once, whatever is open.</summary>
    public static void HelpNow(OutcomeBuilder turn)
    {
        var hold = turn.HasRepair && turn.Repair.Hold is { } standing ? standing : new Hold(turn.Person.Seen, RiskDirection.ToUser);
        SayLines(turn, turn.Guide.Note("help-now").Fill(turn.Fillings()), hold);
    }

    /// <summary>The help lines for what was seen.</summary>
    public static ImmutableArray<(string Name, string Value)> Lines(OutcomeBuilder turn, Hold hold)
    {
        var offer = turn.Readers.HelpLines.For(turn.Country, hold.Risks, hold.Direction);
        var lines = ImmutableArray.CreateBuilder<(string Name, string Value)>();
        lines.Add((offer.Country ?? turn.Guide.Label("someone-near"), offer.Emergency.Words));
        foreach (var line in offer.Lines)
        {
            var details = new[] { line.Contact, line.Hours, line.Note }.Where(part => !string.IsNullOrEmpty(part));
            lines.Add((line.Name, string.Join("\n", details)));
        }

        return lines.ToImmutable();
    }

    private static void Enter(OutcomeBuilder turn, Hold hold, string note)
    {
        var step = turn.Next(Trigger.RiskSeen, Course.Facts(turn)) ?? Step.SteppedBack;
        if (turn.Repair.Detour == Detour.Hold)
        {
            // One hold at a time: the words of the first one are still where the person goes back to.
            hold = hold with { Words = turn.Repair.Hold?.Words ?? hold.Words };
        }

        turn.Set(turn.Repair with { Hold = hold });
        Course.Suspend(turn, new QuestionKey(step), Detour.Hold);
        Asking.Ask(turn, turn.Guide.Note(note).Fill(turn.Fillings()));
    }

    // A misread text is coached and drafted from again; the screen reads the next one all the same.
    private static void Release(OutcomeBuilder turn, Hold hold)
    {
        if (hold.Words is { } key && turn.Repair.AnswerTo(key) is { Held: true } held)
        {
            turn.Set(turn.Repair with { Answers = turn.Repair.Answers.With(held with { Held = false }) });
        }
    }

    private static void SayLines(OutcomeBuilder turn, string text, Hold hold) => turn.Say(new Message
    {
        Id = new MessageId(turn.NewId()),
        Seq = 0,
        At = turn.Now,
        Kind = MessageKind.HelpLines,
        Guide = turn.Guide.Version,
        Repair = turn.HasRepair ? turn.Repair.Id : null,
        Text = new PrivateText(text),
        Card = Layout.Card("", Lines(turn, hold), turn.Guide.Label("hidden-more")),
    });

    private static string NoteFor(Hold hold) => hold switch
    {
        { Risks: [] } => "screen-failed",
        { Risks: [Risk.CrisisSelfHarm, ..], Direction: RiskDirection.Other } => "step-back.crisis.other",
        { Risks: [Risk.CrisisSelfHarm, ..] } => "step-back.crisis.self",
        { Risks: [Risk.ChildRisk, ..] } => "step-back.child",
        { Risks: [Risk.ViolenceByUser, ..] } => "step-back.violence.by",
        { Risks: [Risk.ViolenceToUser, ..] } => "step-back.violence.to",
        { Direction: RiskDirection.ByUser } => "step-back.control.by",
        _ => "step-back.control.to",
    };
}
