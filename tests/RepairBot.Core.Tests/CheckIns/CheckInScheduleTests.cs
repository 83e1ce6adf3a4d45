using System.Collections.Immutable;
using RepairBot.Core.CheckIns;
using static RepairBot.Core.Tests.CheckIns.Days;

namespace RepairBot.Core.Tests.CheckIns;

public sealed class CheckInScheduleTests
{
    private static readonly PingWindow Berlin = WindowIn("Europe/Berlin");
    private static readonly DateOnly Act = Day("2026-10-20");
    private static readonly DateTimeOffset Agreed = Utc("2026-10-19 10:00");

    [Fact]
    public void Five_check_ins_come_at_six_in_the_evening_over_a_clock_change() => Assert.Equal(
        [
            Utc("2026-10-21 16:00"), Utc("2026-10-23 16:00"), Utc("2026-10-27 17:00"), Utc("2026-11-03 17:00"), Utc("2026-11-19 17:00"),
        ],
        Walk(Act, CheckInDays.Usual, Agreed, Berlin));

    [Fact]
    public void A_pattern_is_asked_about_less_often() => Assert.Equal(
        [3, 7, 14, 30, 60],
        Walk(Act, CheckInDays.Slow, Agreed, Berlin).Select(at => WallClock.DayOf(at, Berlin.Zone).DayNumber - Act.DayNumber));

    [Fact]
    public void None_comes_before_the_act_however_far_off_it_is() =>
        Assert.Equal(Utc("2027-03-02 17:00"), Next(Day("2027-03-01"))!.At);

    [Fact]
    public void What_lies_in_the_past_is_left_out() =>
        Assert.Equal(Day("2026-11-03"), Next(Act, lastAsked: "2026-10-21", now: "2026-10-30 09:00")!.Wish.Day);

    [Fact]
    public void The_day_of_the_last_one_is_not_asked_again()
    {
        // Day 1 was held until day 3 by a pause.
        Assert.Equal(Day("2026-10-27"), Next(Act, lastAsked: "2026-10-23", now: "2026-10-23 08:00")!.Wish.Day);
    }

    [Fact]
    public void After_the_last_day_nothing_comes() => Assert.Null(Next(Act, lastAsked: "2026-11-19", now: "2026-11-19 17:00"));

    [Theory]
    [InlineData(0, "2026-10-27", CheckInQuestion.Promise)]
    [InlineData(1, "2026-10-27", CheckInQuestion.Promise)]
    [InlineData(2, "2026-11-03", CheckInQuestion.ShallIStop)]
    public void Two_unanswered_widen_the_gap_and_the_next_asks_whether_to_stop(int unanswered, string day, CheckInQuestion question)
    {
        var next = Next(Act, lastAsked: "2026-10-23", unanswered: unanswered, now: "2026-10-23 16:00");

        Assert.Equal((Day(day), question), (next!.Wish.Day, next.Question));
    }

    [Fact]
    public void After_the_question_whether_to_stop_there_is_silence()
    {
        Assert.Null(Next(Act, lastAsked: "2026-11-03", unanswered: 3, now: "2026-11-03 17:00"));
        Assert.Null(Next(Act, lastAsked: "2026-11-03", unanswered: 30, now: "2026-11-03 17:00"));
    }

    [Fact]
    public void When_one_day_is_left_the_gap_is_doubled()
    {
        var next = Next(Act, lastAsked: "2026-11-03", unanswered: 2, now: "2026-11-03 17:00");

        Assert.Equal((Day("2026-12-05"), CheckInQuestion.ShallIStop), (next!.Wish.Day, next.Question));
    }

    [Fact]
    public void Days_that_a_pause_moves_together_count_as_one()
    {
        var paused = Berlin with { PausedUntil = Day("2026-11-02") };

        Assert.Equal([Utc("2026-11-02 17:00"), Utc("2026-11-03 17:00"), Utc("2026-11-19 17:00")], Walk(Act, CheckInDays.Usual, Agreed, paused));
        Assert.Equal(
            Day("2026-11-03"),
            CheckInSchedule.Next(Act, CheckInDays.Usual, Day("2026-10-21"), 2, Utc("2026-10-21 16:00"), paused)!.Wish.Day);
    }

    [Theory]
    [InlineData("Europe/Berlin", 2026)]
    [InlineData("America/New_York", 2026)]
    [InlineData("Australia/Lord_Howe", 2026)]
    [InlineData("Asia/Kathmandu", 2026)]
    [InlineData("Pacific/Apia", 2012)]
    public void Every_day_of_a_year_has_its_ping_at_the_local_hour(string zone, int year)
    {
        var pings = Walk(new DateOnly(year - 1, 12, 31), [.. Enumerable.Range(1, 365)], Utc($"{year - 1}-12-31 00:00"), WindowIn(zone));

        Assert.Equal(
            Enumerable.Range(0, 365).Select(day => new WallTime(new DateOnly(year, 1, 1).AddDays(day), new TimeOnly(18, 0))),
            pings.Select(at => WallTime.Of(at, Zone(zone))));
    }

    [Fact]
    public void The_day_Samoa_left_out_is_asked_on_the_day_after_it_and_once()
    {
        var daily = Walk(Day("2011-12-28"), [1, 2, 3, 4], Utc("2011-12-28 20:00"), WindowIn("Pacific/Apia"));

        Assert.Equal([Utc("2011-12-30 04:00"), Utc("2011-12-31 04:00"), Utc("2012-01-01 04:00")], daily);
    }

    [Fact]
    public void A_person_on_the_move_is_asked_once_a_day_at_their_hour()
    {
        // Asked in Berlin at 18:00, then six hours west: the same evening comes again, the question does not.
        var next = CheckInSchedule.Next(
            Act, CheckInDays.Daily, Day("2026-10-22"), 0, Utc("2026-10-22 16:30"), WindowIn("America/New_York"));

        Assert.Equal(Utc("2026-10-23 22:00"), next!.At);
    }

    public static TheoryData<int[]> BadLists => [[], [0], [-1, 3], [3, 3], [7, 1], [1, 367]];

    [Theory]
    [MemberData(nameof(BadLists))]
    public void A_list_that_does_not_rise_is_refused(int[] days)
    {
        Assert.False(CheckInDays.AreValid([.. days]));
        Assert.Throws<ArgumentException>(() => CheckInSchedule.Next(Act, [.. days], null, 0, Agreed, Berlin));
    }

    [Theory]
    [InlineData(new[] { 1, 3, 7, 14, 30 }, 3, new[] { 1, 3, 14 })]
    [InlineData(new[] { 1, 3, 7, 14, 30 }, 14, new[] { 1, 3, 7, 14, 30 })]
    [InlineData(new[] { 1, 3, 7, 14, 30 }, 40, new[] { 1, 3, 7, 14, 30, 70 })]
    [InlineData(new[] { 1, 366 }, 366, new[] { 1, 366 })]
    public void Going_on_after_silence_means_more_time_in_between(int[] days, int from, int[] then) =>
        Assert.Equal(then, CheckInDays.Sparser([.. days], from));

    [Fact]
    public void The_lists_offered_are_valid() => Assert.All(
        new[] { CheckInDays.Usual, CheckInDays.Slow, CheckInDays.Daily, CheckInDays.Weekly },
        days => Assert.True(CheckInDays.AreValid(days)));

    private static PlannedCheckIn? Next(DateOnly act, string? lastAsked = null, int unanswered = 0, string now = "2026-10-19 10:00") =>
        CheckInSchedule.Next(act, CheckInDays.Usual, lastAsked is null ? null : Day(lastAsked), unanswered, Utc(now), Berlin);

    /// <summary>Each ping answered at once, the next planned at that moment.</summary>
    internal static List<DateTimeOffset> Walk(DateOnly act, ImmutableArray<int> days, DateTimeOffset now, PingWindow window)
    {
        var pings = new List<DateTimeOffset>();
        DateOnly? asked = null;
        while (CheckInSchedule.Next(act, days, asked, 0, now, window) is { At: var at })
        {
            pings.Add(at);
            (now, asked) = (at, WallClock.DayOf(at, window.Zone));
        }

        return pings;
    }
}
