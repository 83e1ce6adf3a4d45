using System.Collections.Immutable;
using NodaTime;

namespace RepairBot.Core.CheckIns;

/// <summary>When pings may reach a person: their zone, usual time, quiet hours, days off, and a pause until a date.</summary>
public sealed record PingWindow
{
    /// <summary>A ping the person set themselves comes on time when it is at most this far off.</summary>
    public static readonly TimeSpan OnTimeWithin = TimeSpan.FromHours(24);

    // A week would do, but for a clock change or a day left out on the one day that is free.
    private const int DaysLookedAt = 15;

    /// <summary>The zone the person is in. Default UTC.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The local time of check-ins. Default 18:00.</summary>
    public TimeOnly UsualTime { get; init; } = new(18, 0);

    /// <summary>The hours in which pings are held. Default 21:00 to 08:00.</summary>
    public QuietHours Quiet { get; init; } = QuietHours.Usual;

    /// <summary>Days of the week without pings. Default none; with all seven nothing ever comes.</summary>
    public ImmutableArray<IsoDayOfWeek> DaysOff { get; init; } = [];

    /// <summary>The first day on which pings come again; null when they are not paused.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>True when pings may come on a local day.</summary>
    public bool Allows(DateOnly day) =>
        !(day < PausedUntil) && !DaysOff.Contains(NodaTime.Utility.BclConversions.ToIsoDayOfWeek(day.DayOfWeek)) && WallTime.Exists(day, Zone);

    /// <summary>
    /// The instant, in UTC, at which a wished ping comes: on a day off or in a pause it moves to the next day allowed at the usual time, and
    /// in quiet hours to their end. Null when no day is allowed.
    /// </summary>
    public DateTimeOffset? Place(WallTime wish) => Allows(wish.Day) ? Soonest(wish.InstantIn(Zone)) : OnNextAllowed(wish.Day);

    /// <summary>The same for a ping whose time the person chose: within 24 hours of choosing, it comes exactly then.</summary>
    /// <param name="wish">What they chose.</param>
    /// <param name="chosenAt">When they chose it.</param>
    public DateTimeOffset? PlaceChosen(WallTime wish, DateTimeOffset chosenAt)
    {
        var at = wish.InstantIn(Zone);
        return at - chosenAt <= OnTimeWithin ? at : Place(wish);
    }

    /// <summary>
    /// A standing ping read anew, after the person moved to another zone or changed this window. When its hour is over in the new zone
    /// before it came, it comes as soon as it may, so that a move loses none.
    /// </summary>
    public DateTimeOffset? PlaceAgain(WallTime wish, DateTimeOffset now)
    {
        var at = Place(wish);
        return at < now ? Soonest(now) : at;
    }

    private DateTimeOffset? Soonest(DateTimeOffset at)
    {
        var held = Quiet.Hold(at, Zone);
        var landed = WallClock.DayOf(held, Zone);
        return Allows(landed) ? held : OnNextAllowed(landed);
    }

    // When the usual time is in quiet hours, their end is the first time free on the day itself. Where clocks skip the usual time, holding
    // what comes after the gap can end on another day.
    private DateTimeOffset? OnNextAllowed(DateOnly day)
    {
        var time = Quiet.Hold(UsualTime) ? Quiet.To : UsualTime;
        var first = day < PausedUntil ? PausedUntil.Value : day;
        for (var ahead = 0; ahead < DaysLookedAt && first.DayNumber + ahead < DateOnly.MaxValue.DayNumber; ahead++)
        {
            var next = first.AddDays(ahead);
            if (Allows(next) && Quiet.Hold(new WallTime(next, time).InstantIn(Zone), Zone) is var held && Allows(WallClock.DayOf(held, Zone)))
            {
                return held;
            }
        }

        return null;
    }
}
