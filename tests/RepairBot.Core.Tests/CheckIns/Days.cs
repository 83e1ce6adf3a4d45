using System.Globalization;
using NodaTime;
using RepairBot.Core.CheckIns;

namespace RepairBot.Core.Tests.CheckIns;

/// <summary>Days, times and instants written as text.</summary>
internal static class Days
{
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static WallTime Wall(string wall) =>
        new(Day(wall[..10]), TimeOnly.ParseExact(wall[11..], "HH:mm", CultureInfo.InvariantCulture));

    public static DateTimeOffset Utc(string instant) =>
        DateTimeOffset.ParseExact(instant, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static PingWindow WindowIn(string zone) => new() { Zone = Zone(zone) };
}
