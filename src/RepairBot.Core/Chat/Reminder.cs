namespace RepairBot.Core.Chat;

/// <summary>What a reminder is for.</summary>
public enum ReminderKind
{
    /// <summary>A breathing exercise or a step away has reached its end.</summary>
    PauseOver,

    /// <summary>The person asked to be reminded to go on: later, not today, or a time to talk.</summary>
    Later,

    /// <summary>A check-in on a promise is due.</summary>
    CheckIn,

    /// <summary>Something offered for a limited time has run out.</summary>
    Expiry,

    /// <summary>Nothing has happened for so long that the data is to be erased, or that a warning is due.</summary>
    Retention,
}

/// <summary>The only kind of timer there is: a row with a due time.</summary>
/// <param name="Id">Random, so that a claim can be settled by id alone.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="DueAt">When it is due, UTC.</param>
/// <param name="Repair">The repair it belongs to; null when it is the person's own.</param>
/// <param name="Subject">What within the repair, for example the number of a promise; null when the kind says it all.</param>
public sealed record Reminder(ReminderId Id, ReminderKind Kind, DateTimeOffset DueAt, RepairId? Repair, string? Subject = null);
