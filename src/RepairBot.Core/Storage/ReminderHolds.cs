using RepairBot.Core.Chat;

namespace RepairBot.Core.Storage;

/// <summary>
/// Who holds which reminder, and until when. For stores that one process has to itself: there a hold needs no disk, and after a crash
/// no reminder waits for a lease of a process that is gone. Not thread-safe: claims and commits take turns.
/// </summary>
public sealed class ReminderHolds
{
    private readonly Dictionary<(PersonId Person, ReminderId Reminder), DateTimeOffset> until = [];

    /// <summary>Whether a reminder can't be claimed now.</summary>
    public bool IsHeld(PersonId person, ReminderId reminder, DateTimeOffset now) =>
        until.TryGetValue((person, reminder), out var end) && end > now;

    /// <summary>Holds what was claimed, and forgets leases that have run out.</summary>
    public void Hold(IReadOnlyList<StoredReminder> claimed, DateTimeOffset now, TimeSpan lease)
    {
        foreach (var (key, end) in until)
        {
            if (end <= now)
            {
                until.Remove(key);
            }
        }

        foreach (var reminder in claimed)
        {
            until[(reminder.Person, reminder.Reminder)] = now + lease;
        }
    }

    /// <summary>Frees what a commit replaced or dropped.</summary>
    public void Free(Commit commit)
    {
        foreach (var reminder in commit.Reminders)
        {
            until.Remove((commit.Person, reminder.Reminder));
        }

        foreach (var reminder in commit.Dropped)
        {
            until.Remove((commit.Person, reminder));
        }
    }

    /// <summary>Frees everything of a person.</summary>
    public void FreeAll(PersonId person)
    {
        foreach (var key in until.Keys.Where(key => key.Person == person).ToList())
        {
            until.Remove(key);
        }
    }
}
