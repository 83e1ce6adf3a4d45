using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>A press on a message that belongs to no step.</summary>
internal static class ContextPresses
{
    /// <summary>Does what was pressed; false when there is no such thing.</summary>
    public static bool Take(OutcomeBuilder turn, ActionId action, ImmutableArray<string> values)
    {
        if (IsGone(turn, action, values))
        {
            Course.SayNote(turn, "nothing-open");
            return true;
        }

        switch (action.Question, action.Name)
        {
            case (_, "safety"):
                StepBack.HelpNow(turn);
                return true;
            case (WhereWeWere.Context, "go-on") when turn.HasRepair && turn.Repair is { Now.Step: Step.Resting, State: not RepairState.Finished }:
                RepairCommands.Put(turn);
                Answering.Take(turn, RawAnswer.Of("go-on"), Screening.ScreeningResult.Clear.Instance);
                return true;
            case (RepairCommands.OpenContext or WhereWeWere.Context or Editing.Context, "go-on"):
                RepairCommands.Put(turn);
                Moves.Again(turn);
                return true;
            case (RepairCommands.OpenContext, "start-new"):
                RepairCommands.StartNew(turn, ConversationForm.Repair);
                return true;
            case (WhereWeWere.Context, "start-over"):
                RepairCommands.StartOver(turn);
                return true;
            case (WhereWeWere.Context, "delete"):
                Closing.Delete(turn);
                return true;
            case (RepairList.ChooseContext, "resume"):
                RepairCommands.Put(turn);
                WhereWeWere.Say(turn);
                Asking.Ask(turn);
                return true;
            case (DueNotes.Context, "open"):
                DueNotes.Open(turn, values[0]);
                return true;
            case (TalkAgain.Context, "talked"):
                TalkAgain.Begin(turn);
                return true;
            case (TodayOffer.Context or WhereWeWere.Context, "today"):
                RepairCommands.Put(turn);
                Offers.Take(turn, "today");
                return true;
            case (TodayOffer.Context, "name-a-feeling"):
                RepairCommands.Put(turn);
                Moves.Take(turn, "name-a-feeling");
                return true;
            case (RepairList.HistoryContext, "read"):
                RepairList.Read(turn);
                return true;
            case (Editing.Context, "edit") when values is [var key] && QuestionKey.Parse(key) is { } question:
                Editing.Begin(turn, question);
                return true;
            case (Hiding.Context, "open"):
                Hiding.Open(turn);
                return true;
            case (MyData.Context, "delete"):
                MyData.Delete(turn);
                return true;
            case (MyData.Context, "cancel"):
                Course.SayNote(turn, "data-kept");
                Moves.Again(turn);
                return true;
            default:
                return false;
        }
    }

    // A repair that was deleted or gone through to its end meanwhile can't be gone on with; read and deleted it can be.
    private static bool IsGone(OutcomeBuilder turn, ActionId action, ImmutableArray<string> values) => (action.Question, action.Name) switch
    {
        (_, "safety") => false,
        (RepairList.ChooseContext, "resume") => RepairList.RepairChosen(action, values) is not { } chosen || !turn.HasRepair || turn.Repair.Id != chosen || RepairCommands.IsFinished(turn),
        (RepairList.HistoryContext, "read") => RepairList.RepairChosen(action, values) is not { } chosen || !turn.HasRepair || turn.Repair.Id != chosen,
        (WhereWeWere.Context, "delete") => !turn.HasRepair,
        (DueNotes.Context, "open") => RepairList.RepairChosen(action, values) is not { } chosen || !turn.HasRepair || turn.Repair.Id != chosen,
        (RepairCommands.OpenContext, "start-new") => false,
        (RepairCommands.OpenContext or WhereWeWere.Context or TodayOffer.Context, _) => !turn.HasRepair || RepairCommands.IsFinished(turn),
        (Editing.Context, _) => !turn.HasRepair || turn.Repair.State != RepairState.Open,
        _ => false,
    };
}
