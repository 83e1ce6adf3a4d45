namespace RepairBot.Core.CheckIns.When;

/// <summary>What a word does in a time. The number that goes with it is said for each.</summary>
internal enum WhenKind
{
    /// <summary>Says nothing: "please".</summary>
    Filler,

    /// <summary>A number, in digits or words.</summary>
    Number,

    /// <summary>"A", "ein": one, when a unit follows.</summary>
    Article,

    /// <summary>A sign of punctuation; its character.</summary>
    Sign,

    /// <summary>"In", "within": an amount of time follows.</summary>
    In,

    /// <summary>"At": a time of day follows.</summary>
    At,

    /// <summary>"The", where a day of the month may follow.</summary>
    The,

    /// <summary>"And", between two amounts.</summary>
    And,

    /// <summary>"Of", between a day and its month.</summary>
    Of,

    /// <summary>The end of an ordinal: "th".</summary>
    Ordinal,

    /// <summary>A day; days from today.</summary>
    Day,

    /// <summary>"Mañana", "morgen": tomorrow, or the morning when a day is named already.</summary>
    TomorrowOrMorning,

    /// <summary>A week from today, or the week that a day of the week lies in.</summary>
    NextWeek,

    /// <summary>A day of the week; 1 for Monday.</summary>
    Weekday,

    /// <summary>"Next", before or after a day of the week.</summary>
    Next,

    /// <summary>"This", "coming".</summary>
    This,

    /// <summary>A month; 1 for January.</summary>
    Month,

    /// <summary>A part of the day; a <see cref="DayPart"/>.</summary>
    Part,

    /// <summary>A unit of time; minutes in it.</summary>
    Minutes,

    /// <summary>"h", "horas": 60 minutes, or the hour of a clock.</summary>
    Hours,

    /// <summary>A unit of days; days in it.</summary>
    Days,

    /// <summary>A month as a unit.</summary>
    Months,

    /// <summary>A whole amount: "half an hour"; minutes.</summary>
    Amount,

    /// <summary>"a.m." 0, "p.m." 12.</summary>
    HalfOfDay,

    /// <summary>"O'clock", "Uhr"; how many hours the clock is read with, 12 or 24.</summary>
    Oclock,

    /// <summary>"Half past", before an hour; minutes to add.</summary>
    Before,

    /// <summary>"Y media", after an hour; minutes to add.</summary>
    After,

    /// <summary>Midnight, the end of a day; minutes of the day.</summary>
    Clock,
}

/// <summary>The parts of a day, with the hour that stands for each when none is named.</summary>
internal enum DayPart
{
    Morning = 9,
    Noon = 12,
    Afternoon = 15,
    Evening = 19,
    Night = 21,
}

/// <summary>One word of a time.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Value">Its number, 0 when it has none.</param>
/// <param name="Digits">How many digits it was written with; 0 for a word.</param>
internal readonly record struct WhenToken(WhenKind Kind, int Value, int Digits = 0)
{
    public static WhenToken Of(char sign) => new(WhenKind.Sign, sign);

    public bool IsSign(char sign) => Kind == WhenKind.Sign && Value == sign;
}
