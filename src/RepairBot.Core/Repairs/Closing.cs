using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>The ends of a conversation: finished, kept for later, kept privately, deleted.</summary>
internal static class Closing
{
    /// <summary>Gone through to its end.</summary>
    public static void Finish(OutcomeBuilder turn)
    {
        Asking.Retire(turn);
        var repair = turn.Repair;
        var steady = repair.Form == ConversationForm.Steady;
        End(turn, RepairState.Finished);
        if (repair.Form == ConversationForm.Reflection)
        {
            Course.SayNote(turn, "reflected");
            return;
        }

        if (steady)
        {
            Course.SayNote(turn, "steady-done");
            return;
        }

        var lines = new List<(string, string)>();
        Content.AddLines(turn, new QuestionKey(Step.Note), lines);
        var closing = repair.AnswerTo(Step.Closing);
        foreach (var field in closing is { Held: false } ? closing.Fields : [])
        {
            if (!field.Text.IsBlank)
            {
                lines.Add((turn.Guide.Of(Step.Closing).Field(field.Id), field.Text.Reveal()));
            }
        }

        var words = turn.Guide.Of(Step.Closing);
        var card = lines.Count == 0 ? null : Layout.Card("", lines, turn.Guide.Label("hidden-more"));
        Course.SayText(turn, words.Note("done").Fill(turn.Fillings()), card: card);
        Course.SayText(turn, (CheckInPings.IsOldPattern(repair) ? words.Note("human") : turn.Guide.Note("finished")).Fill(turn.Fillings()));
    }

    /// <summary>Put away, to go on with later.</summary>
    public static void Keep(OutcomeBuilder turn) => Stop(turn, RepairState.Kept, "kept");

    /// <summary>Closed, kept for the person alone; nothing will ask about it.</summary>
    public static void KeepPrivately(OutcomeBuilder turn)
    {
        turn.Forget(_ => true);
        Stop(turn, RepairState.Private, "private");
    }

    /// <summary>Deleted with everything it said.</summary>
    public static void Delete(OutcomeBuilder turn)
    {
        var id = turn.Repair.Id;
        foreach (var message in turn.EveryMessage)
        {
            // An export holds every repair's words, and a list names them.
            if (message.Repair == id || message.File is not null || RepairList.Lists(message))
            {
                turn.Change(Hiding.Emptied(message));
            }
        }

        turn.RemoveRepair();
        Course.SayText(turn, turn.Guide.Of(Step.Stopping).Note("deleted").Fill(turn.Fillings()));
    }

    private static void Stop(OutcomeBuilder turn, RepairState state, string note)
    {
        Asking.Retire(turn);
        if (turn.Repair.Detour == Detour.Stop)
        {
            // A hold stays: whoever comes back sees the help lines first.
            Course.Unwind(turn);
        }

        // A talk about a promise ends with it. A repair that was no longer open stays what it was, unless it is to be private from now on.
        var was = turn.Repair.Before;
        while (was is not null && turn.Repair.Detour != Detour.None && (turn.Repair.Detour == Detour.CheckIn
            || turn.Repair.Waiting.Any(outer => outer.Detour == Detour.CheckIn)))
        {
            Course.Unwind(turn);
        }

        turn.Set(turn.Repair with { Before = null });
        End(turn, was is { } before and not RepairState.Open && state == RepairState.Kept ? before : state);
        Course.SayText(turn, turn.Guide.Of(Step.Stopping).Note(note).Fill(turn.Fillings()));
    }

    private static void End(OutcomeBuilder turn, RepairState state)
    {
        turn.Forget(reminder => reminder.Kind == ReminderKind.PauseOver);
        turn.Set(turn.Repair with
        {
            State = state,
            Now = state == RepairState.Finished ? new QuestionKey(Step.Finished) : turn.Repair.Now,
            Exercise = null,
            Nudge = null,
        });
        turn.Person = turn.Person with { Focus = null };
    }
}
