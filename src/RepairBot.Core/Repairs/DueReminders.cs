using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>What reminders that came due say. They never take the focus; only a press does.</summary>
internal static class DueReminders
{
    /// <summary>A reminder served this much after its time says that it is late.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(2);

    /// <summary>
    /// Serves everything of one person whose time has come, together, so that downtime sends one late note and not ten. What stands in the
    /// records decides; a row that was replaced or served meanwhile says nothing.
    /// </summary>
    public static void Take(OutcomeBuilder turn, ImmutableArray<Reminder> due)
    {
        if (turn.Person.Retention is { } retention && retention.DueAt <= turn.Now && due.Any(reminder => reminder.Id == retention.Id))
        {
            Retention.Take(turn, retention);
            if (turn.Erase)
            {
                return;
            }
        }

        var notes = new List<DueNote>();
        var pings = new List<(Reminder Reminder, Repair Repair)>();
        var standing = turn.All.Repairs
            .Select(repair => (repair.Id, Due: repair.Reminders.Where(reminder => reminder.DueAt <= turn.Now).ToList()))
            .Where(repair => repair.Due.Count > 0)
            .OrderBy(repair => repair.Due.Min(reminder => reminder.DueAt));
        foreach (var (id, reminders) in standing)
        {
            if (TakeUp(turn, id))
            {
                Serve(turn, reminders, notes, pings);
            }
        }

        notes.AddRange(CheckInPings.Serve(turn, pings));
        DueNotes.Say(turn, notes);
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

    private static void Serve(OutcomeBuilder turn, List<Reminder> due, List<DueNote> notes, List<(Reminder Reminder, Repair Repair)> pings)
    {
        turn.Forget(due.Contains);
        foreach (var reminder in due)
        {
            switch (reminder.Kind)
            {
                case ReminderKind.PauseOver when turn.Repair is { State: RepairState.Open, Now.Step: Step.Exercise }:
                    notes.Add(new DueNote(turn.Repair.Id, DueNotes.Pause, reminder.DueAt));
                    break;
                case ReminderKind.Later when reminder.Subject == TalkAgain.Subject && turn.Repair.State != RepairState.Private:
                    notes.Add(new DueNote(turn.Repair.Id, DueNotes.Talk, reminder.DueAt));
                    break;
                case ReminderKind.Later when reminder.Subject != TalkAgain.Subject && turn.Repair.State is RepairState.Open or RepairState.Kept:
                    notes.Add(new DueNote(turn.Repair.Id, DueNotes.Rest, reminder.DueAt));
                    break;
                case ReminderKind.CheckIn:
                    pings.Add((reminder, turn.Repair));
                    break;
            }
        }
    }
}
