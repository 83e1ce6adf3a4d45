namespace RepairBot.Core.CheckIns.When;

/// <summary>A day of a month; month and year may be left open.</summary>
internal sealed record WhenDate(int Day, int? Month = null, int? Year = null);

/// <summary>A time of day by the clock.</summary>
/// <param name="Minutes">From midnight, up to 1440.</param>
/// <param name="Either">It may be meant before or after noon.</param>
internal sealed record WhenClock(int Minutes, bool Either);

/// <summary>What was said of a time, before it is known which time that is.</summary>
internal sealed record WhenParts
{
    /// <summary>Minutes from now.</summary>
    public int? Minutes { get; init; }

    /// <summary>Days from today.</summary>
    public int? Days { get; init; }

    /// <summary>Months from today.</summary>
    public int? Months { get; init; }

    /// <summary>In the week after this one.</summary>
    public bool NextWeek { get; init; }

    /// <summary>1 for Monday.</summary>
    public int? Weekday { get; init; }

    /// <summary>The day of the week was called the next one.</summary>
    public bool Next { get; init; }

    /// <summary>The day of the week was called this one.</summary>
    public bool This { get; init; }

    public WhenDate? Date { get; init; }

    /// <summary>The same digits with day and month the other way round; null when that is no date.</summary>
    public WhenDate? OtherDate { get; init; }

    public DayPart? Part { get; init; }

    public WhenClock? Clock { get; init; }

    public bool NamesDay => Days is not null || Months is not null || NextWeek || Weekday is not null || Date is not null;
}
