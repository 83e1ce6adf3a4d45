using NodaTime;

namespace RepairBot.Core.CheckIns;

/// <summary>Clocks in a person's zone: which zone it is, what day it is there, and when they next show a time.</summary>
public static class WallClock
{
    /// <summary>The zone of a setting: an IANA id. UTC when there is none, or none that is known.</summary>
    public static DateTimeZone ZoneOf(string? id) =>
        id is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone ? zone : DateTimeZone.Utc;

    /// <summary>True for an IANA time zone the program knows.</summary>
    public static bool IsZone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    /// <summary>The local day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at, DateTimeZone zone) => WallTime.Of(at, zone).Day;

    /// <summary>
    /// The first instant after <paramref name="now"/>, in UTC, at which clocks in the zone show a time, at least so many days on. Skipped and
    /// doubled times are read as <see cref="WallTime.InstantIn"/> says; the second showing of a doubled time does not count.
    /// </summary>
    /// <param name="time">The local time of day.</param>
    /// <param name="now">Now.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="days">0 for today if the time is still to come, 1 for tomorrow, and so on. Default 0.</param>
    public static DateTimeOffset NextAt(TimeOnly time, DateTimeOffset now, DateTimeZone zone, int days = 0)
    {
        var day = DayOf(now, zone).AddDays(days);
        var at = new WallTime(day, time).InstantIn(zone);
        while (at <= now)
        {
            day = day.AddDays(1);
            at = new WallTime(day, time).InstantIn(zone);
        }

        return at;
    }
}
