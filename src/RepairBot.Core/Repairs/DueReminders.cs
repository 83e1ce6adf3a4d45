using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>What reminders that came due say. They never take the focus; only a press does.</summary>
internal static class DueReminders
{
    /// <summary>A reminder served this much after its time says that it is late.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(2);

    /// <summary>Serves one person's due reminders together, so that downtime sends one late note and not ten.</summary>
    public static void Take(OutcomeBuilder turn, ImmutableArray<Reminder> due)
    {
        foreach (var reminder in due.Where(reminder => reminder.Repair is null))
        {
            Retention.Take(turn, reminder);
        }

        if (turn.Erase)
        {
            return;
        }

        var pings = new List<(Reminder Reminder, Repair Repair)>();
        foreach (var group in due.Where(reminder => reminder.Repair is not null).GroupBy(reminder => reminder.Repair!.Value))
        {
            if (TakeUp(turn, group.Key))
            {
                Serve(turn, [.. group], pings);
            }
        }

        CheckInPings.Say(turn, pings);
    }

    private static bool TakeUp(OutcomeBuilder turn, RepairId id)
    {
        if (turn.HasRepair && turn.Repair.Id == id)
        {
            return true;
        }

        if (turn.InHand(id) is not { } repair)
        {
            return false;
        }

        turn.Switch(repair, changed: false);
        return true;
    }

    private static void Serve(OutcomeBuilder turn, List<Reminder> due, List<(Reminder Reminder, Repair Repair)> pings)
    {
        turn.Set(turn.Repair with { Reminders = turn.Repair.Reminders.RemoveAll(standing => due.Exists(one => one.Id == standing.Id)) });
        foreach (var reminder in due)
        {
            switch (reminder.Kind)
            {
                case ReminderKind.PauseOver when turn.Repair is { State: RepairState.Open, Now.Step: Step.Exercise }:
                    Course.SayText(turn, turn.Guide.Of(Step.Exercise).Note("over").Fill(turn.Fillings()), late: turn.Now - reminder.DueAt > Late);
                    break;
                case ReminderKind.Later when turn.Repair.State is RepairState.Open or RepairState.Kept or RepairState.Finished:
                    Commands.SayWhereWeWere(turn, late: turn.Now - reminder.DueAt > Late);
                    break;
                case ReminderKind.CheckIn:
                    pings.Add((reminder, turn.Repair));
                    break;
            }
        }
    }
}
