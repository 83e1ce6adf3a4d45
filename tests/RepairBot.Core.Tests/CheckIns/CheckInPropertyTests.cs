using System.Collections.Immutable;
using NodaTime;
using RepairBot.Core.CheckIns;

namespace RepairBot.Core.Tests.CheckIns;

/// <summary>What holds for any zone, date, quiet hours and days off. Each case is made from its seed alone, which a failure prints.</summary>
public sealed class CheckInPropertyTests
{
    private const int Cases = 20_000;
    private static readonly string[] Named = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"];
    private static readonly ImmutableArray<DateTimeZone> Zones = [.. DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id])];

    [Fact]
    public void A_ping_comes_on_an_allowed_day_out_of_quiet_hours_and_never_before_its_wish() => ForEachSeed((random, check) =>
    {
        var window = SomeWindow(random);
        var wish = new WallTime(SomeDay(random), SomeTime(random));
        var wished = wish.InstantIn(window.Zone);

        if (window.Place(wish) is not { } at)
        {
            check(window.DaysOff.Distinct().Count() == 7, "nothing comes though a day is free");
            return;
        }

        var local = WallTime.Of(at, window.Zone);
        check(at >= wished, "before its wish");
        check(window.Allows(local.Day), "on a day off or in a pause");
        check(!window.Quiet.Hold(local.Time), "in quiet hours");
        check(!window.Allows(wish.Day) || window.Quiet.Hold(WallTime.Of(wished, window.Zone).Time) || at == wished, "moved for no reason");
        check(at - wished <= TimeSpan.FromDays(9) || window.PausedUntil > wish.Day, "more than a week off");
    });

    [Fact]
    public void A_wall_time_is_shown_at_its_instant_and_later_wall_times_come_no_earlier() => ForEachSeed((random, check) =>
    {
        var zone = SomeZone(random);
        var wish = new WallTime(SomeDay(random), SomeTime(random));
        var at = wish.InstantIn(zone);
        var skipped = zone.MapLocal(LocalDate.FromDateOnly(wish.Day).At(LocalTime.FromTimeOnly(wish.Time))).Count == 0;

        check(skipped ? Compare(WallTime.Of(at, zone), wish) > 0 : WallTime.Of(at, zone) == wish, "another local time");
        check(skipped || WallTime.Of(at.AddDays(-1), zone) != wish, "an hour a day early");
        check(new WallTime(wish.Day.AddDays(1), wish.Time).InstantIn(zone) >= at, "out of order");
    });

    [Fact]
    public void A_month_of_check_ins_skips_none_and_doubles_none() => ForEachSeed((random, check) =>
    {
        var window = SomeWindow(random) with { DaysOff = SomeDaysOff(random, atMost: 3), PausedUntil = null };
        CheckWalk(SomeDay(random), SomeList(random), window, check);
    });

    [Fact]
    public void Over_both_changes_of_a_year_the_local_hour_is_right_and_every_day_is_asked_about_once()
    {
        var changes = new Dictionary<string, int>();
        ForEachSeed((random, check) =>
        {
            var id = Named[random.Next(Named.Length)];
            var zone = DateTimeZoneProviders.Tzdb[id];
            var year = random.Next(2005, 2037);
            var from = Instant.FromUtc(year, 1, 1, 0, 0);
            var change = zone.GetZoneIntervals(from, from.Plus(Duration.FromDays(365))).Skip(1).Select(interval => interval.Start)
                .OrderBy(_ => random.Next()).Select(start => (Instant?)start).FirstOrDefault();
            changes[id] = changes.GetValueOrDefault(id) + (change is null ? 0 : 1);
            var day = WallClock.DayOf((change ?? from.Plus(Duration.FromDays(random.Next(365)))).ToDateTimeOffset(), zone);
            var window = SomeWindow(random) with { Zone = zone, DaysOff = [], PausedUntil = null };

            CheckWalk(day.AddDays(-random.Next(1, 10)), [.. Enumerable.Range(1, 12)], window, check);
        });

        // Kathmandu has had no change in these years, and Samoa none since 2021.
        Assert.Equal(0, changes["Asia/Kathmandu"]);
        Assert.All(Named.Where(id => id != "Asia/Kathmandu"), id => Assert.True(changes[id] > 1000, $"{id}: {changes[id]}"));
    }

    private static void CheckWalk(DateOnly act, ImmutableArray<int> days, PingWindow window, Action<bool, string> check)
    {
        var agreed = new WallTime(act, new TimeOnly(0, 0)).InstantIn(window.Zone);

        var pings = CheckInScheduleTests.Walk(act, days, agreed, window);

        var local = pings.ConvertAll(at => WallTime.Of(at, window.Zone));
        check(local.TrueForAll(wall => wall.Day > act), "on the act's own day or before");
        check(local.Zip(local.Skip(1)).All(pair => pair.First.Day < pair.Second.Day), "two on one day");
        var wanted = days.Select(day => window.Place(new WallTime(act.AddDays(day), window.UsualTime))!.Value).ToList();
        check(pings.TrueForAll(wanted.Contains), "one that nobody wished for");
        check(wanted.TrueForAll(at => local.Exists(wall => wall.Day == WallClock.DayOf(at, window.Zone))), "one is skipped");

        // A time that clocks skip may come after it on the next day, in quiet hours that begin right behind the gap; the two are one then.
        bool Skips(DateOnly day) => window.Zone.MapLocal(LocalDate.FromDateOnly(day).At(LocalTime.FromTimeOnly(window.UsualTime))).Count == 0;
        check(
            window.Quiet.Hold(window.UsualTime) || days.Select(day => act.AddDays(day)).All(day =>
                !window.Allows(day) || Skips(day) || Skips(day.AddDays(-1)) || local.Contains(new WallTime(day, window.UsualTime))),
            "another local hour");
    }

    [Fact]
    public void Planning_anew_at_any_moment_before_a_ping_gives_the_same_ping() => ForEachSeed((random, check) =>
    {
        var window = SomeWindow(random);
        var act = SomeDay(random);
        var days = SomeList(random);
        var now = new WallTime(act, SomeTime(random)).InstantIn(window.Zone);
        if (CheckInSchedule.Next(act, days, null, 0, now, window) is not { } first)
        {
            return;
        }

        var later = now + (first.At - now) * random.NextDouble() * 0.99;
        check(first.At > now, "in the past");
        check(CheckInSchedule.Next(act, days, null, random.Next(2), later, window) == first, "another ping");
        check(window.PlaceAgain(first.Wish, later) == first.At, "placing it anew moves it");
        check(!(CheckInSchedule.Next(act, days, null, 2, later, window)?.At <= first.At), "silence does not widen the gap");
    });

    [Fact]
    public void A_move_to_any_zone_loses_no_ping_and_wakes_nobody() => ForEachSeed((random, check) =>
    {
        var home = SomeWindow(random) with { DaysOff = [], PausedUntil = null };
        var wish = new WallTime(SomeDay(random), SomeTime(random));
        var now = home.Place(wish)!.Value.AddMinutes(-random.Next(3 * 24 * 60));
        var away = home with { Zone = SomeZone(random) };

        var at = away.PlaceAgain(wish, now);

        check(at >= now, "in the past");
        check(!away.Quiet.Hold(WallTime.Of(at!.Value, away.Zone).Time), "in quiet hours");
        check(at == away.Place(wish) || away.Place(wish) < now, "at another hour than the wish");
        check(at - now <= TimeSpan.FromHours(25) || at == away.Place(wish), "put off");
    });

    private static void ForEachSeed(Action<Random, Action<bool, string>> property)
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            property(new Random(seed), (holds, what) => Assert.True(holds, $"seed {seed}: {what}"));
        }
    }

    private static int Compare(WallTime one, WallTime other) => (one.Day, one.Time).CompareTo((other.Day, other.Time));

    private static PingWindow SomeWindow(Random random) => new()
    {
        Zone = SomeZone(random),
        UsualTime = SomeTime(random),
        Quiet = random.Next(8) == 0 ? QuietHours.None : new QuietHours(SomeTime(random), SomeTime(random)),
        DaysOff = SomeDaysOff(random, atMost: 8),
        PausedUntil = random.Next(3) == 0 ? SomeDay(random) : null,
    };

    private static DateTimeZone SomeZone(Random random) => Zones[random.Next(Zones.Length)];

    // The first years hold the days that islands at the date line left out; half of the days are near a change of clocks.
    private static DateOnly SomeDay(Random random)
    {
        var year = random.Next(1990, 2040);
        return random.Next(6) switch
        {
            0 => new DateOnly(year, 3, random.Next(6, 32)),
            1 => new DateOnly(year, 10, random.Next(24, 32)),
            2 => new DateOnly(2011, 12, random.Next(26, 32)),
            _ => new DateOnly(year, 1, 1).AddDays(random.Next(365)),
        };
    }

    private static TimeOnly SomeTime(Random random) =>
        random.Next(3) == 0 ? new TimeOnly(random.Next(4), random.Next(4) * 15) : new TimeOnly(random.Next(24), random.Next(60));

    private static ImmutableArray<IsoDayOfWeek> SomeDaysOff(Random random, int atMost) =>
        [.. Enumerable.Range(0, random.Next(atMost)).Select(_ => (IsoDayOfWeek)random.Next(1, 8))];

    private static ImmutableArray<int> SomeList(Random random) => random.Next(4) switch
    {
        0 => CheckInDays.Usual,
        1 => CheckInDays.Slow,
        2 => CheckInDays.Weekly,
        _ => [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(1, 40)).Distinct().Order()],
    };
}
