namespace RepairBot.Core.Regulation;

/// <summary>When a person counts as ready to speak. Numbers: design page, section 3.</summary>
public static class Readiness
{
    /// <summary>This heat or less is ready.</summary>
    public const int Calm = 3;

    /// <summary>This heat or more is high: a pause is advised.</summary>
    public const int Hot = 7;

    /// <summary>A fall by this much is ready, if it leads to <see cref="StillWarm"/> or less.</summary>
    public const int GoodFall = 3;

    /// <summary>The highest heat at which a good fall counts.</summary>
    public const int StillWarm = 6;

    /// <summary>After this long since the first rating, the body has had its time.</summary>
    public static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(20);

    /// <summary>True when the ratings, the time or the person's own decision say so; false without a rating.</summary>
    /// <param name="ratings">In order.</param>
    /// <param name="now">UTC.</param>
    /// <param name="overridden">The person was told honestly and chose to go on.</param>
    public static bool IsReady(IReadOnlyList<HeatRating> ratings, DateTimeOffset now, bool overridden)
    {
        if (ratings.Count == 0)
        {
            return overridden;
        }

        var first = ratings[0];
        var last = ratings[^1];
        return overridden
            || last.Value <= Calm
            || (first.Value - last.Value >= GoodFall && last.Value <= StillWarm)
            || (ratings.Count > 1 && now - first.At >= LongEnough);
    }
}
