using NodaTime;

namespace RepairBot.Core.CheckIns;

/// <summary>The hours of every day in which nothing is sent unasked. They may cross midnight; equal times mean that there are none.</summary>
/// <param name="From">The local time from which pings are held.</param>
/// <param name="To">The local time at which they come again; no longer quiet itself.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>21:00 to 08:00.</summary>
    public static QuietHours Usual { get; } = new(new TimeOnly(21, 0), new TimeOnly(8, 0));

    /// <summary>No quiet hours.</summary>
    public static QuietHours None { get; }

    /// <summary>True within the quiet hours.</summary>
    public bool Hold(TimeOnly time) => From != To && time.IsBetween(From, To);

    /// <summary>The instant itself, or the end of the quiet hours it falls in, in UTC. Never earlier than <paramref name="at"/>.</summary>
    public DateTimeOffset Hold(DateTimeOffset at, DateTimeZone zone)
    {
        var (day, time) = WallTime.Of(at, zone);
        if (!Hold(time))
        {
            return at;
        }

        var end = new WallTime(time < To ? day : day.AddDays(1), To);
        var ends = end.InstantIn(zone);
        return ends >= at ? ends : LaterOf(end, zone);
    }

    // Clocks were put back within the quiet hours: their end is shown a second time.
    private static DateTimeOffset LaterOf(WallTime end, DateTimeZone zone) =>
        zone.MapLocal(LocalDate.FromDateOnly(end.Day).At(LocalTime.FromTimeOnly(end.Time))).Last().ToDateTimeOffset().ToUniversalTime();
}
