namespace RepairBot.Core.CheckIns.When;

/// <summary>How much of a time the person named.</summary>
public enum WhenPrecision
{
    /// <summary>A day; the time of day is the default.</summary>
    Day,

    /// <summary>A time of day too, by the clock or as a part of the day.</summary>
    Time,
}

/// <summary>A time that was found in what a person wrote.</summary>
/// <param name="Wish">The day and time of day in the person's zone.</param>
/// <param name="At">The instant it stands for now, UTC.</param>
/// <param name="Precision">How much of it they named.</param>
public sealed record ReadTime(WallTime Wish, DateTimeOffset At, WhenPrecision Precision);

/// <summary>What became of a time in words. It is always read back to the person before anything is set.</summary>
public abstract record WhenReading
{
    private WhenReading()
    {
    }

    /// <summary>One time, still to come.</summary>
    public sealed record Understood(ReadTime Time) : WhenReading;

    /// <summary>Two times fit, both still to come: the person chooses. The earlier is first; where more than two fit, these are the first.</summary>
    public sealed record Ambiguous(ReadTime First, ReadTime Second) : WhenReading;

    /// <summary>A time that is over.</summary>
    public sealed record InThePast(ReadTime Time) : WhenReading;

    /// <summary>No time that the grammar knows, two at once, or one more than two years ahead.</summary>
    public sealed record NotUnderstood : WhenReading
    {
        /// <summary>The only one.</summary>
        public static NotUnderstood Instance { get; } = new();
    }
}
