using System.Collections.Immutable;
using NodaTime;

namespace RepairBot.Core.CheckIns.When;

/// <summary>Finds the times that what was said can stand for, seen from now.</summary>
internal sealed class WhenResolver(WhenParts parts, DateTimeOffset now, DateTimeZone zone)
{
    private const int FurthestDay = 731;
    private const int BareDay = 18 * 60;
    private const int HalfDay = 12 * 60;
    private const int DaysOfAWeek = 7;

    private static readonly TimeOnly NightEnds = new(4, 0);

    private readonly DateOnly _today = WallClock.DayOf(now, zone);

    // Whoever is still awake at one in the night may call the day that has just begun tomorrow.
    private readonly bool _isNightStill = WallTime.Of(now, zone).Time < NightEnds;

    public WhenReading Resolve()
    {
        if (parts.Minutes is { } minutes)
        {
            var at = now.ToUniversalTime().AddMinutes(minutes);
            return parts with { Minutes = null } == new WhenParts()
                ? Choose([new ReadTime(WallTime.Of(at, zone), at, WhenPrecision.Time)])
                : WhenReading.NotUnderstood.Instance;
        }

        var times = Times();
        if (!parts.NamesDay)
        {
            return parts.Clock is null && parts.Part is null ? WhenReading.NotUnderstood.Instance : Choose(TodayOrTomorrow(times));
        }

        return Choose([.. from day in Days() from time in times select Read(day, time)]);
    }

    private WhenReading Choose(ImmutableArray<ReadTime> candidates)
    {
        var near = candidates.Where(time => time.Wish.Day.DayNumber - _today.DayNumber <= FurthestDay).OrderBy(time => time.At).ToList();
        var ahead = near.Where(time => time.At > now).DistinctBy(time => time.At).ToList();
        return ahead switch
        {
            [] => near.Count == 0 ? WhenReading.NotUnderstood.Instance : new WhenReading.InThePast(near[^1]),
            [var only] => new WhenReading.Understood(only),
            [var first, var second, ..] => new WhenReading.Ambiguous(first, second),
        };
    }

    private ImmutableArray<ReadTime> TodayOrTomorrow(ImmutableArray<int> times)
    {
        ImmutableArray<ReadTime> today = [.. times.Select(time => Read(_today, time)).Where(time => time.At > now)];
        return today.IsEmpty ? [.. times.Select(time => Read(_today.AddDays(1), time))] : today;
    }

    private ReadTime Read(DateOnly day, int minutes)
    {
        var wish = new WallTime(day.AddDays(minutes / 1440), new TimeOnly(0, 0).AddMinutes(minutes % 1440));
        return new ReadTime(wish, wish.InstantIn(zone), parts.Clock is null && parts.Part is null ? WhenPrecision.Day : WhenPrecision.Time);
    }

    // Minutes of the day; 1440 and more lie on the next.
    private ImmutableArray<int> Times() => (parts.Clock, parts.Part) switch
    {
        (null, null) => [BareDay],
        (null, { } part) => [(int)part * 60],
        ({ Either: true, Minutes: < HalfDay } clock, null) => [clock.Minutes, clock.Minutes + HalfDay],
        ({ } clock, null) => [clock.Minutes],
        ({ } clock, { } part) => In(part, clock.Minutes) is { } minutes ? [minutes] : [],
    };

    // A clock time within a part of the day; null where they contradict each other.
    private static int? In(DayPart part, int clock) => (part, clock / 60) switch
    {
        (DayPart.Morning, < 13) or (DayPart.Noon, >= 10 and < 15) => clock,
        (DayPart.Noon, < 4) => clock + HalfDay,
        (DayPart.Night, < 6) or (DayPart.Evening, < 4) => clock + 2 * HalfDay,
        (DayPart.Night or DayPart.Evening, 12) => clock + HalfDay,
        (DayPart.Afternoon, 12) => clock,
        (DayPart.Afternoon or DayPart.Evening or DayPart.Night, < 12) => clock + HalfDay,
        (DayPart.Afternoon or DayPart.Evening or DayPart.Night, > 12) => clock,
        _ => null,
    };

    private IEnumerable<DateOnly> Days()
    {
        var local = LocalDate.FromDateOnly(_today);
        IEnumerable<DateOnly>? days = parts switch
        {
            { Date: { } date } when parts is { Days: null, Months: null, NextWeek: false } => [.. DatesOf(date), .. DatesOf(parts.OtherDate)],
            { Date: not null } => [],
            { Months: { } months, Days: null, NextWeek: false } => [local.PlusMonths(months).ToDateOnly()],
            { Months: not null } => [],
            { Days: 1, NextWeek: false } when _isNightStill => [_today, _today.AddDays(1)],
            { Days: { } ahead, NextWeek: false } => [_today.AddDays(ahead)],
            { Days: not null } => [],
            { NextWeek: true, Weekday: null } => [_today.AddDays(DaysOfAWeek)],
            _ => null,
        };
        return parts.Weekday is not { } weekday ? days ?? []
            : days is not null ? days.Where(day => OfWeek(day) == weekday)
            : Weekdays(weekday);
    }

    // On the day itself it may be today or in a week. "Next" may leave out the one in this week.
    private IEnumerable<DateOnly> Weekdays(int weekday)
    {
        var ahead = (weekday - OfWeek(_today) + DaysOfAWeek) % DaysOfAWeek;
        var coming = _today.AddDays(ahead);
        var inThisWeek = weekday > OfWeek(_today);
        return parts switch
        {
            { NextWeek: true } => [_today.AddDays(DaysOfAWeek + weekday - OfWeek(_today))],
            { This: true } => [coming],
            { Next: true } when ahead == 0 => [coming.AddDays(DaysOfAWeek)],
            { Next: true } when inThisWeek => [coming, coming.AddDays(DaysOfAWeek)],
            _ when ahead == 0 => [coming, coming.AddDays(DaysOfAWeek)],
            _ => [coming],
        };
    }

    private IEnumerable<DateOnly> DatesOf(WhenDate? date) => date switch
    {
        null => [],
        { Year: { } year, Month: { } month } => DateOf(year, month, date.Day),
        { Month: { } month } => Enumerable.Range(_today.Year, 9).SelectMany(year => DateOf(year, month, date.Day)).Where(day => day >= _today).Take(1),
        _ => Enumerable.Range(0, 3)
            .Select(ahead => _today.AddDays(1 - _today.Day).AddMonths(ahead))
            .SelectMany(month => DateOf(month.Year, month.Month, date.Day))
            .Where(day => day >= _today)
            .Take(1),
    };

    private static IEnumerable<DateOnly> DateOf(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? [new DateOnly(year, month, day)] : [];

    private static int OfWeek(DateOnly day) => (int)NodaTime.Utility.BclConversions.ToIsoDayOfWeek(day.DayOfWeek);
}
