using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>The moves that exist at every step. Each leads back to the same question, or says why it can't.</summary>
internal static class Moves
{
    /// <summary>The moves that work at the open question, with their labels.</summary>
    public static IReadOnlyList<ActionOption> Offered(OutcomeBuilder turn)
    {
        var repair = turn.Repair;
        var guide = turn.Guide;
        var step = repair.Now.Step;
        var held = step is Step.SteppedBack or Step.Stopping;
        var moves = new List<ActionOption>(12);
        void Offer(string name) => moves.Add(guide.MoveOption(name));

        if (!held && (repair.Trail.Length > 0 || repair.Detour is Detour.Aside or Detour.Steady or Detour.Edit))
        {
            Offer("back");
        }

        if (Steps.SpecOf(step).Skippable)
        {
            Offer("skip");
        }

        Offer("safety");
        if (!held)
        {
            Offer("why");
            if (ExampleOf(turn) is not null)
            {
                Offer("example");
            }

            if (repair.Answers.HasOtherThan(repair.Now))
            {
                Offer("edit");
            }

            if (step != Step.Exercise)
            {
                Offer("steady");
            }

            if (step is not (Step.Feeling or Step.Exercise) && repair.Form == ConversationForm.Repair && !IsOpening(step))
            {
                Offer("name-a-feeling");
            }
        }

        if (step == Step.SteppedBack)
        {
            Offer("steady");
        }

        if (step != Step.Stopping)
        {
            Offer("stop");
        }

        Offer("hide");
        Offer("help");
        return moves;
    }

    /// <summary>Takes one move. False when it is none.</summary>
    public static bool Take(OutcomeBuilder turn, string move)
    {
        switch (move)
        {
            case "back": Back(turn); return true;
            case "keep": Keep(turn); return true;
            case "edit": Edit(turn); return true;
            case "skip": Skip(turn); return true;
            case "why": Tell(turn, turn.Guide.Label("why"), WhyOf(turn)); return true;
            case "example": Tell(turn, turn.Guide.Label("example"), ExampleOf(turn) ?? WhyOf(turn)); return true;
            case "steady": Steady(turn); return true;
            case "stop": Stop(turn); return true;
            case "stop.keep": Closing.Keep(turn); return true;
            case "stop.private": Closing.KeepPrivately(turn); return true;
            case "stop.delete": Closing.Delete(turn); return true;
            case "hide": Hiding.Hide(turn); return true;
            case "help": Commands.Help(turn); Again(turn); return true;
            case "safety": StepBack.HelpNow(turn); Again(turn); return true;
            case "name-a-feeling": NameAFeeling(turn); return true;
            default: return false;
        }
    }

    /// <summary>Asks the open question once more, as it stands.</summary>
    public static void Again(OutcomeBuilder turn)
    {
        if (turn.HasRepair && turn.Repair.State == RepairState.Open)
        {
            Asking.Ask(turn);
        }
    }

    public static string? ExampleOf(OutcomeBuilder turn) => turn.Repair.Now switch
    {
        { Part: { } part } key => turn.Guide.Of(key.Step).Part(part).Example,
        var key => turn.Guide.Of(key).Example,
    };

    public static string WhyOf(OutcomeBuilder turn) =>
        turn.Repair.Nudge is { } nudge ? Nudging.Why(turn, turn.Repair.Now.Step, nudge) : turn.Guide.Of(turn.Repair.Now).Why;

    private static void Back(OutcomeBuilder turn)
    {
        var repair = turn.Repair;
        if (repair.Nudge is not null)
        {
            turn.Set(repair with { Nudge = null, Wish = null });
            Asking.Ask(turn);
            return;
        }

        if (repair.Now is { Step: Step.Exercise } && repair.Exercise is { Kind: not null } && repair.Detour == Detour.Steady)
        {
            Exercises.Begin(turn, null);
            Asking.Ask(turn);
            return;
        }

        if (repair.Detour == Detour.CheckIn && (repair.Trail.IsEmpty || Asking.PhaseOf(repair.Trail[^1].Step) != Asking.PhaseOf(repair.Now.Step)))
        {
            CheckInTalk.Done(turn);
            return;
        }

        if (repair.Detour is not (Detour.None or Detour.Hold or Detour.CheckIn))
        {
            if (repair.Now.Step == Step.Exercise)
            {
                Exercises.Stop(turn);
            }

            Course.Return(turn);
            return;
        }

        if (repair.Detour == Detour.Hold || repair.Trail.IsEmpty || turn.Next(Trigger.WentBack, Course.Facts(turn)) is null)
        {
            Course.SayNote(turn, "back-none");
            Asking.Ask(turn);
            return;
        }

        if (repair.Now.Step == Step.Exercise)
        {
            Exercises.Stop(turn);
        }

        // A coach's question that the guide no longer has is passed over.
        var at = repair.Trail.Length - 1;
        while (at > 0 && Course.IsGone(turn, repair.Trail[at]))
        {
            at--;
        }

        turn.Set(turn.Repair with { Trail = repair.Trail.RemoveRange(at, repair.Trail.Length - at) });
        Course.Land(turn, repair.Trail[at], repair.Detour);
    }

    private static void Keep(OutcomeBuilder turn)
    {
        var repair = turn.Repair;
        // A time that was set before is no answer to when to ask again.
        if (repair.AnswerTo(repair.Now) is not { Key.Step: not Step.When } earlier)
        {
            Course.SayNote(turn, "keep-none");
            Asking.Ask(turn);
            return;
        }

        var kept = earlier with { LookAgain = false };
        turn.Set(repair with { Answers = repair.Answers.With(kept), Nudge = null });
        Asking.Retire(turn, turn.Guide.Move("keep"));
        if (kept.Skipped || kept.Held || Steps.SpecOf(kept.Key.Step).Way == AnswerWay.Rating)
        {
            // Nothing was said that could be reflected on, and a rating counts once.
            Course.Advance(turn, kept.Skipped ? Trigger.Skipped : Trigger.Answered);
            return;
        }

        Answering.Accept(turn, kept, again: true);
    }

    private static void Skip(OutcomeBuilder turn)
    {
        var repair = turn.Repair;
        if (!Steps.SpecOf(repair.Now.Step).Skippable)
        {
            Course.SayNote(turn, "skip-not-here");
            Asking.Ask(turn);
            return;
        }

        if (repair.Now.Step == Step.Exercise)
        {
            Exercises.Stop(turn);
        }
        else if (repair.AnswerTo(repair.Now) is null)
        {
            Answering.File(turn, new Answer
            {
                Key = repair.Now,
                Guide = repair.Asked.Guide,
                At = turn.Now,
                Asked = repair.Asked.Message,
                Skipped = true,
            });
        }

        turn.Set(turn.Repair with { Nudge = null });
        Asking.Retire(turn, turn.Guide.Label("skipped"));
        Course.Advance(turn, Trigger.Skipped);
    }

    private static void Tell(OutcomeBuilder turn, string title, string text)
    {
        Course.SayText(turn, text, title);
        Asking.Ask(turn);
    }

    private static void Steady(OutcomeBuilder turn)
    {
        if (turn.Repair.Now.Step == Step.Exercise || turn.Next(Trigger.SteadyAsked, Course.Facts(turn)) is not { } step)
        {
            Asking.Ask(turn);
            return;
        }

        Exercises.Begin(turn, null);
        Course.Leave(turn, new QuestionKey(step), Detour.Steady);
    }

    private static void NameAFeeling(OutcomeBuilder turn)
    {
        if (turn.Repair.Now.Step is Step.Feeling or Step.SteppedBack or Step.Stopping || turn.Repair.Detour != Detour.None)
        {
            Asking.Ask(turn);
            return;
        }

        Course.Leave(turn, new QuestionKey(Step.Feeling), Detour.Aside);
    }

    private static void Stop(OutcomeBuilder turn)
    {
        if (turn.Repair.Now.Step == Step.Stopping || turn.Next(Trigger.StopAsked, Course.Facts(turn)) is not { } step)
        {
            Asking.Ask(turn);
            return;
        }

        Course.Leave(turn, new QuestionKey(step), Detour.Stop);
    }

    private static void Edit(OutcomeBuilder turn)
    {
        var repair = turn.Repair;
        var options = repair.Answers.Reverse()
            .Where(answer => answer.Key != repair.Now && Editing.CanEdit(answer.Key) && !Course.IsGone(turn, answer.Key))
            .Take(Layout.MostOptions)
            .Select(answer => new ActionOption(answer.Key.ToString(), Editing.LabelOf(turn, answer)))
            .ToImmutableArray();
        if (options.IsEmpty)
        {
            Course.SayNote(turn, "edit-none");
            Asking.Ask(turn);
            return;
        }

        Editing.AskWhich(turn, options);
    }

    private static bool IsOpening(Step step) => Asking.PhaseOf(step) == "opening";
}
