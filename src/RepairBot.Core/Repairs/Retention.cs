using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>What is kept is erased some time after the last activity, and announced once before.</summary>
internal static class Retention
{
    /// <summary>How long before the erasure it is announced.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(7);

    /// <summary>Sees to it that one reminder for retention stands. Activity does not move it: it looks at the clock when it comes due.</summary>
    public static void Watch(OutcomeBuilder turn)
    {
        if (turn.Person.Retention is null)
        {
            Set(turn, turn.Now + turn.Readers.Operator.Retention - NoticeOf(turn));
        }
    }

    /// <summary>The reminder came due.</summary>
    public static void Take(OutcomeBuilder turn, Reminder reminder)
    {
        var person = turn.Person;
        if (reminder.Kind != ReminderKind.Retention || person.Retention?.Id != reminder.Id)
        {
            return;
        }

        var end = person.LastAt + turn.Readers.Operator.Retention;
        if (turn.Now >= end && person.WarnedOfErasure)
        {
            turn.Erase = true;
            Course.SayNote(turn, "data-erased");
            return;
        }

        if (turn.Now >= end - NoticeOf(turn))
        {
            // Whoever was told late, after downtime, still has the whole notice.
            var until = turn.Now + NoticeOf(turn);
            turn.Person = person with { WarnedOfErasure = true };
            Set(turn, until > end ? until : end);
            Course.SayText(turn, turn.Guide.Note("data-warning").Fill(turn.Fillings() with { Date = Exercises.DayAndTime(turn, until > end ? until : end) }));
            return;
        }

        turn.Person = person with { WarnedOfErasure = false };
        Set(turn, end - NoticeOf(turn));
    }

    private static TimeSpan NoticeOf(OutcomeBuilder turn) =>
        turn.Readers.Operator.Retention > 2 * Notice ? Notice : turn.Readers.Operator.Retention / 2;

    private static void Set(OutcomeBuilder turn, DateTimeOffset at)
    {
        var reminder = new Reminder(new ReminderId(turn.NewId()), ReminderKind.Retention, at, null);
        turn.Person = turn.Person with { Retention = reminder };
        turn.Remind(reminder);
    }
}
