using NodaTime;
using NodaTime.TimeZones;

namespace RepairBot.Core.CheckIns;

/// <summary>
/// What a clock on the wall shows: a day and a time of day, with no zone. A wish for a ping is kept like this, and becomes an instant only
/// in the zone the person is in when it is looked at; so it stays at their hour through clock changes and moves.
/// </summary>
/// <param name="Day">The local day.</param>
/// <param name="Time">The local time of day.</param>
public readonly record struct WallTime(DateOnly Day, TimeOnly Time)
{
    /// <summary>What a clock in the zone shows at an instant.</summary>
    public static WallTime Of(DateTimeOffset at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
        return new WallTime(local.Date.ToDateOnly(), local.TimeOfDay.ToTimeOnly());
    }

    /// <summary>
    /// The instant, in UTC, at which clocks in the zone show this. A time they show twice is the earlier of the two. A time they skip
    /// becomes the first instant after the gap; when they skip the whole day, the same time on the next day there is.
    /// </summary>
    public DateTimeOffset InstantIn(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var day = Day;
        while (!Exists(day, zone))
        {
            day = day.AddDays(1);
        }

        var local = LocalDate.FromDateOnly(day).At(LocalTime.FromTimeOnly(Time));
        return local.InZone(zone, FirstOrAfterTheGap).ToInstant().ToDateTimeOffset();
    }

    /// <summary>False for a day that the zone's calendar leaves out, as Samoa did when it crossed the date line.</summary>
    public static bool Exists(DateOnly day, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var date = LocalDate.FromDateOnly(day);
        var midnight = zone.MapLocal(date.AtMidnight());
        return midnight.Count > 0 || midnight.LateInterval.IsoLocalStart.Date <= date;
    }

    private static readonly ZoneLocalMappingResolver FirstOrAfterTheGap =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
}
