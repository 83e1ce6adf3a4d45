using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Moves a repair along the flow: asks the machine what follows, lands there, and asks its question.</summary>
internal static class Course
{
    public static FlowFacts Facts(OutcomeBuilder turn) => FactsOf.Conversation(turn.Repair, turn.Person, turn.Now);

    /// <summary>Goes on from the open question.</summary>
    public static void Advance(OutcomeBuilder turn, Trigger trigger)
    {
        var facts = Facts(turn);
        var repair = turn.Repair;
        if (repair.Detour == Detour.Edit && repair.Return is { } before && turn.Next(Trigger.EditDone, facts) is not null && StillMakesSense(turn, before, facts))
        {
            Land(turn, before, Detour.None);
            return;
        }

        if (NextPart(repair.Now) is { } part)
        {
            Push(turn);
            Land(turn, part, repair.Detour == Detour.CheckIn ? Detour.CheckIn : Detour.None);
            return;
        }

        if (turn.Next(trigger, facts) is not { } next)
        {
            Asking.Ask(turn);
            return;
        }

        if (repair.Detour == Detour.CheckIn)
        {
            GoOnWithCheckIn(turn, next);
            return;
        }

        if (next == Step.Finished)
        {
            Closing.Finish(turn);
            return;
        }

        var returns = repair.Detour is Detour.Aside or Detour.Steady && repair.Return?.Step == next;
        if (returns)
        {
            Land(turn, repair.Return!.Value, Detour.None);
            return;
        }

        if (repair.Detour == Detour.Aside && Steps.Asides.Contains(next))
        {
            Land(turn, new QuestionKey(next), Detour.Aside);
            return;
        }

        Push(turn);
        if (next == Step.Exercise && repair.Now.Step == Step.Listening)
        {
            // Whoever caught themselves preparing a defence is asked the same again after the pause.
            var listening = repair.AnswerTo(Step.Listening)!;
            turn.Set(turn.Repair with { Return = repair.Now, Answers = turn.Repair.Answers.Remove(listening) });
            Exercises.Begin(turn, "mini");
            SayText(turn, turn.Guide.Of(Step.Listening).Note("mini-pause").Fill(turn.Fillings()));
            Land(turn, new QuestionKey(next), Detour.Steady);
            return;
        }

        Land(turn, FirstPart(next), Detour.None);
    }

    /// <summary>Stands at a question and asks it; a coach's own questions in front of it come first.</summary>
    public static void Land(OutcomeBuilder turn, QuestionKey key, Detour detour)
    {
        var ahead = detour == Detour.None ? ExtraBefore(turn, key.Step) : null;
        turn.Set(turn.Repair with
        {
            Now = ahead ?? key,
            Detour = detour,
            Return = ahead is not null ? key : detour == Detour.None ? null : turn.Repair.Return,
            Rung = 0,
            Nudge = null,
        });
        if (turn.Repair.Now.Step == Step.Exercise && turn.Repair.Exercise is null)
        {
            Exercises.Begin(turn, detour == Detour.Steady ? null : turn.Repair.ValueOf(Step.Choose));
        }

        Asking.Ask(turn);
    }

    /// <summary>The step's first question.</summary>
    public static QuestionKey FirstPart(Step step) =>
        Steps.SpecOf(step).Parts is [var first, ..] ? new QuestionKey(step, first) : new QuestionKey(step);

    /// <summary>Says one of the guide's notes.</summary>
    public static void SayNote(OutcomeBuilder turn, string name) => SayText(turn, turn.Guide.Note(name).Fill(turn.Fillings()));

    /// <summary>Says a plain message.</summary>
    public static void SayText(OutcomeBuilder turn, string text, string? title = null, Card? card = null, bool late = false) => turn.Say(new Message
    {
        Id = new MessageId(turn.NewId()),
        Seq = 0,
        At = turn.Now,
        Kind = MessageKind.Note,
        Phase = turn.HasRepair ? Asking.PhaseOf(turn.Repair.Now.Step) : null,
        Step = turn.HasRepair ? Steps.NameOf(turn.Repair.Now.Step) : null,
        Repair = turn.HasRepair ? turn.Repair.Id : null,
        Guide = turn.Guide.Version,
        Text = new PrivateText(title is null ? text : $"**{title}**\n{text}"),
        Card = card,
        Late = late,
    });

    private static void GoOnWithCheckIn(OutcomeBuilder turn, Step next)
    {
        if (Asking.PhaseOf(next) != "check-in")
        {
            CheckInTalk.Done(turn);
            return;
        }

        Push(turn);
        Land(turn, new QuestionKey(next, turn.Repair.Now.Detail), Detour.CheckIn);
    }

    private static void Push(OutcomeBuilder turn) => turn.Set(turn.Repair with { Trail = turn.Repair.Trail.Add(turn.Repair.Now) });

    private static QuestionKey? NextPart(QuestionKey key)
    {
        var parts = Steps.SpecOf(key.Step).Parts;
        var at = key.Detail is null ? -1 : parts.IndexOf(key.Detail);
        return at >= 0 && at + 1 < parts.Length ? new QuestionKey(key.Step, parts[at + 1]) : null;
    }

    private static QuestionKey? ExtraBefore(OutcomeBuilder turn, Step step)
    {
        var tags = FactsOf.Tags(turn.Repair);
        foreach (var extra in turn.Guide.ExtrasBefore(step))
        {
            var key = new QuestionKey(Step.Extra, extra.Id);
            if ((tags & extra.When) == extra.When && turn.Repair.AnswerTo(key) is null)
            {
                return key;
            }
        }

        return null;
    }

    private static bool StillMakesSense(OutcomeBuilder turn, QuestionKey key, in FlowFacts facts) =>
        key.Step is Step.Extra or Step.SteppedBack || Steps.Asides.Contains(key.Step) || turn.Paths.Of(facts).Contains(key.Step)
        || key.Step is Step.Readiness or Step.Resting or Step.Zone;
}
