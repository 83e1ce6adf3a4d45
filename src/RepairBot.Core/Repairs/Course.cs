using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Moves a repair along the flow: asks the machine what follows, lands there, and asks its question.</summary>
internal static class Course
{
    public static FlowFacts Facts(OutcomeBuilder turn)
    {
        var facts = FactsOf.Conversation(turn.Repair, turn.Person, turn.Now);
        return IsExtraOnThePath(turn.Repair) ? facts with { Return = After(turn).Step } : facts;
    }

    /// <summary>Goes on from the open question.</summary>
    public static void Advance(OutcomeBuilder turn, Trigger trigger)
    {
        var facts = Facts(turn);
        var repair = turn.Repair;
        if (repair.Detour == Detour.Edit && EndsEdit(turn, facts))
        {
            Return(turn);
            return;
        }

        if (NextPart(repair.Now) is { } part)
        {
            GoOn(turn, part);
            return;
        }

        if (turn.Next(trigger, facts) is not { } next)
        {
            if (repair.Detour == Detour.Edit)
            {
                Return(turn);
                return;
            }

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

        if (repair.Detour is Detour.Aside or Detour.Steady && repair.Return?.Step == next)
        {
            Return(turn);
            return;
        }

        if (repair.Detour == Detour.Aside && Steps.Asides.Contains(next))
        {
            Land(turn, new QuestionKey(next), Detour.Aside);
            return;
        }

        if (next == Step.Exercise && repair.Now.Step == Step.Listening)
        {
            // Whoever caught themselves preparing a defence is asked the same again after the pause.
            var listening = repair.AnswerTo(Step.Listening)!;
            turn.Set(turn.Repair with { Answers = turn.Repair.Answers.Without(listening.Key) });
            Exercises.Begin(turn, "mini");
            SayText(turn, turn.Guide.Of(Step.Listening).Note("mini-pause").Fill(turn.Fillings()));
            Leave(turn, new QuestionKey(next), Detour.Steady);
            return;
        }

        GoOn(turn, IsExtraOnThePath(repair) ? After(turn) : FirstPart(next));
    }

    /// <summary>Leaves the open question for a detour; it waits. A detour of the same kind that is under way is given up for the new one.</summary>
    public static void Leave(OutcomeBuilder turn, QuestionKey to, Detour detour)
    {
        Suspend(turn, to, detour);
        Land(turn, to, detour);
    }

    /// <summary>The same without asking yet.</summary>
    public static void Suspend(OutcomeBuilder turn, QuestionKey to, Detour detour)
    {
        var from = new WaitingQuestion(turn.Repair.Now, turn.Repair.Detour);
        var waiting = turn.Repair.Waiting;
        while (from.Detour != Detour.None && (from.Detour == detour || waiting.Any(outer => outer.Detour == detour)))
        {
            (from, waiting) = (waiting[^1], waiting.RemoveAt(waiting.Length - 1));
        }

        turn.Set(turn.Repair with { Now = to, Detour = detour, Waiting = waiting.Add(from), Nudge = null, Rung = 0 });
    }

    /// <summary>Goes on from a coach's question that the guide no longer has, without an answer.</summary>
    public static void LeaveGone(OutcomeBuilder turn)
    {
        if (turn.Repair.Detour == Detour.None)
        {
            Land(turn, After(turn), Detour.None);
            return;
        }

        Return(turn);
    }

    /// <summary>Ends the open detour: back at the question that waited, without asking it yet.</summary>
    public static void Unwind(OutcomeBuilder turn)
    {
        var back = turn.Repair.Waiting[^1];
        var waiting = turn.Repair.Waiting.RemoveAt(turn.Repair.Waiting.Length - 1);
        turn.Set(turn.Repair with { Now = back.Question, Detour = back.Detour, Waiting = waiting });
    }

    /// <summary>Ends the open detour, and asks the question that waited.</summary>
    public static void Return(OutcomeBuilder turn)
    {
        Unwind(turn);
        Land(turn, turn.Repair.Now, turn.Repair.Detour);
    }

    /// <summary>Stands at a question and asks it; a coach's own questions in front of it come first.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="key">The question.</param>
    /// <param name="detour">What it is a detour for.</param>
    /// <param name="after">The question that was really shown before it, for the trail; null where the trail stays.</param>
    public static void Land(OutcomeBuilder turn, QuestionKey key, Detour detour, QuestionKey? after = null)
    {
        var ahead = detour == Detour.None ? ExtraBefore(turn, key.Step) : null;
        turn.Set(turn.Repair with
        {
            Now = ahead ?? key,
            Trail = after is { } shown ? turn.Repair.Trail.Add(shown) : turn.Repair.Trail,
            Detour = detour,
            Waiting = detour == Detour.None ? [] : turn.Repair.Waiting,
            Rung = 0,
            Nudge = null,
            Wish = null,
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
        Phase = turn.HasRepair ? Asking.PhaseOf(turn.Repair) : null,
        Step = turn.HasRepair ? Steps.NameOf(turn.Repair.Now.Step) : null,
        Repair = turn.HasRepair ? turn.Repair.Id : null,
        Guide = turn.Guide.Version,
        Text = new PrivateText(title is null ? text : $"**{title}**\n{text}"),
        Card = card is { Lines.IsEmpty: false } ? card : null,
        Late = late,
    });

    /// <summary>
    /// The question that follows an extra one, read off the trail: what follows the last question that is the program's own. It does not
    /// depend on the guide, which may have moved the extra question or dropped it meanwhile.
    /// </summary>
    public static QuestionKey After(OutcomeBuilder turn)
    {
        var trail = turn.Repair.Trail;
        for (var i = trail.Length - 1; i >= 0; i--)
        {
            if (trail[i].Step != Step.Extra)
            {
                var facts = FactsOf.Conversation(turn.Repair, turn.Person, turn.Now);
                return NextPart(trail[i]) ?? FirstPart(turn.NextFrom(trail[i].Step, Trigger.Answered, facts) ?? trail[i].Step);
            }
        }

        return new QuestionKey(First(turn.Person));
    }

    /// <summary>True for a coach's own question that the guide does not have, or no longer has.</summary>
    public static bool IsGone(OutcomeBuilder turn, QuestionKey key) =>
        key is { Step: Step.Extra, Detail: var id } && (id is null || turn.Guide.Extra(id) is null);

    /// <summary>The first question of a repair: who has been welcomed once is not welcomed again.</summary>
    public static Step First(Person person) => person.Welcomed ? Step.Side : Step.Welcome;

    private static bool IsExtraOnThePath(Repair repair) => repair is { Now.Step: Step.Extra, Detour: Detour.None };

    // The talk about a promise goes on by itself; anything else goes on along the path.
    private static void GoOn(OutcomeBuilder turn, QuestionKey next) =>
        Land(turn, next, turn.Repair.Detour == Detour.CheckIn ? Detour.CheckIn : Detour.None, after: turn.Repair.Now);

    private static void GoOnWithCheckIn(OutcomeBuilder turn, Step next)
    {
        if (Asking.PhaseOf(next) != "check-in")
        {
            CheckInTalk.Done(turn);
            return;
        }

        GoOn(turn, new QuestionKey(next, turn.Repair.Now.Detail));
    }

    private static bool EndsEdit(OutcomeBuilder turn, in FlowFacts facts) =>
        turn.Repair.Return is { } before
        && turn.Next(Trigger.EditDone, facts with { Return = before.Step }) is not null
        && StillMakesSense(turn, before, facts);

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

    private static bool StillMakesSense(OutcomeBuilder turn, QuestionKey key, in FlowFacts facts) => turn.Repair.Waiting[^1].Detour != Detour.None ||
        key.Step is Step.Extra or Step.SteppedBack || Steps.Asides.Contains(key.Step) || turn.Paths.Of(facts).Contains(key.Step)
        || key.Step is Step.Readiness or Step.Resting or Step.Zone;
}
