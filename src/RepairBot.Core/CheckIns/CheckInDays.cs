using System.Collections.Immutable;

namespace RepairBot.Core.CheckIns;

/// <summary>Lists of days on which a promise is asked about, counted from the act's own day: 1 is the day after it.</summary>
public static class CheckInDays
{
    private const int Month = 30;

    /// <summary>The furthest day a list may name.</summary>
    public const int Furthest = 366;

    /// <summary>1, 3, 7, 14 and 30: the default.</summary>
    public static ImmutableArray<int> Usual { get; } = [1, 3, 7, 14, 30];

    /// <summary>3, 7, 14, 30 and 60: for a rupture that keeps happening, where change shows more slowly.</summary>
    public static ImmutableArray<int> Slow { get; } = [3, 7, 14, 30, 60];

    /// <summary>Every day for 30 days.</summary>
    public static ImmutableArray<int> Daily { get; } = [.. Enumerable.Range(1, 30)];

    /// <summary>Every seventh day for 12 weeks.</summary>
    public static ImmutableArray<int> Weekly { get; } = [.. Enumerable.Range(1, 12).Select(week => week * 7)];

    /// <summary>
    /// With more time in between: of the days after some day every second is left out. Where only one is left, it stays; where none is left,
    /// one comes 30 days on.
    /// </summary>
    public static ImmutableArray<int> Sparser(ImmutableArray<int> days, int from)
    {
        var ahead = days.Where(day => day > from).ToList();
        return ahead.Count switch
        {
            0 => from + Month <= Furthest ? [.. days, from + Month] : days,
            1 => days,
            _ => [.. days.Where(day => day <= from), .. ahead.Where((_, at) => at % 2 == 1)],
        };
    }

    /// <summary>True for a list that a schedule can follow: not empty, rising, each day from 1 to <see cref="Furthest"/>.</summary>
    public static bool AreValid(ImmutableArray<int> days) =>
        !days.IsDefaultOrEmpty && days[0] >= 1 && days[^1] <= Furthest && days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second);
}
