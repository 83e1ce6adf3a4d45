using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>What a reminder that came due says. It never takes the focus; only a press does.</summary>
internal static class DueReminders
{
    public static void Take(OutcomeBuilder turn, Reminder reminder)
    {
        if (!turn.HasRepair || turn.Repair.State != RepairState.Open)
        {
            return;
        }

        turn.Set(turn.Repair with { Reminders = turn.Repair.Reminders.RemoveAll(standing => standing.Id == reminder.Id) });
        switch (reminder.Kind)
        {
            case ReminderKind.PauseOver when turn.Repair.Now.Step == Step.Exercise:
                Course.SayText(turn, turn.Guide.Of(Step.Exercise).Note("over").Fill(turn.Fillings()));
                break;
            case ReminderKind.Later:
                Commands.SayWhereWeWere(turn);
                break;
        }
    }
}
