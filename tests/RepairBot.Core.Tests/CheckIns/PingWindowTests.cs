using NodaTime;
using RepairBot.Core.CheckIns;
using static RepairBot.Core.Tests.CheckIns.Days;

namespace RepairBot.Core.Tests.CheckIns;

public sealed class PingWindowTests
{
    private static readonly PingWindow Berlin = WindowIn("Europe/Berlin");

    [Theory]
    [InlineData("2026-06-01 18:00", "2026-06-01 16:00")]
    [InlineData("2026-06-01 20:59", "2026-06-01 18:59")]
    [InlineData("2026-06-01 21:00", "2026-06-02 06:00")]
    [InlineData("2026-06-02 00:00", "2026-06-02 06:00")]
    [InlineData("2026-06-02 07:59", "2026-06-02 06:00")]
    [InlineData("2026-06-02 08:00", "2026-06-02 06:00")]
    // The nights in which clocks change.
    [InlineData("2026-03-28 22:00", "2026-03-29 06:00")]
    [InlineData("2026-10-24 22:00", "2026-10-25 07:00")]
    public void Quiet_hours_hold_a_ping_to_their_end(string wish, string comes) =>
        Assert.Equal(Utc(comes), Berlin.Place(Wall(wish)));

    [Fact]
    public void Equal_times_are_no_quiet_hours() =>
        Assert.Equal(Utc("2026-06-01 01:00"), (Berlin with { Quiet = new QuietHours(new(3, 0), new(3, 0)) }).Place(Wall("2026-06-01 03:00")));

    [Fact]
    public void Quiet_hours_that_end_in_a_doubled_hour_never_hold_into_the_past()
    {
        var quiet = new QuietHours(new TimeOnly(1, 0), new TimeOnly(2, 30));
        var secondTime = Utc("2026-10-25 01:10");

        Assert.Equal(Utc("2026-10-25 01:30"), quiet.Hold(secondTime, Berlin.Zone));
        Assert.Equal(Utc("2026-10-25 00:30"), quiet.Hold(Utc("2026-10-25 00:10"), Berlin.Zone));
    }

    [Fact]
    public void A_day_off_moves_a_ping_to_the_next_day_at_the_usual_time()
    {
        var weekdays = Berlin with { DaysOff = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] };

        Assert.Equal(Utc("2026-06-08 16:00"), weekdays.Place(Wall("2026-06-06 12:00")));
        Assert.Equal(Utc("2026-06-08 16:00"), weekdays.Place(Wall("2026-06-05 22:00")));
        Assert.Equal(Utc("2026-06-05 10:00"), weekdays.Place(Wall("2026-06-05 12:00")));
    }

    [Fact]
    public void A_pause_ends_on_its_day_unless_that_is_a_day_off()
    {
        var paused = Berlin with { PausedUntil = Day("2026-06-07"), DaysOff = [IsoDayOfWeek.Sunday] };

        Assert.Equal(Utc("2026-06-08 16:00"), paused.Place(Wall("2026-06-02 12:00")));
        Assert.Equal(Utc("2026-06-07 16:00"), (paused with { DaysOff = [] }).Place(Wall("2026-06-02 12:00")));
    }

    [Fact]
    public void A_usual_time_in_quiet_hours_does_not_push_a_ping_from_the_only_day_left()
    {
        var mondays = Berlin with
        {
            DaysOff = [.. Enum.GetValues<IsoDayOfWeek>().Except([IsoDayOfWeek.None, IsoDayOfWeek.Monday])],
            Quiet = new QuietHours(new TimeOnly(17, 0), new TimeOnly(9, 0)),
        };

        Assert.Equal(Utc("2026-06-08 07:00"), mondays.Place(Wall("2026-06-03 18:00")));
    }

    [Fact]
    public void With_every_day_off_nothing_comes()
    {
        Assert.Null((Berlin with { DaysOff = [.. Enum.GetValues<IsoDayOfWeek>()] }).Place(Wall("2026-06-03 18:00")));
        Assert.Null((Berlin with { PausedUntil = DateOnly.MaxValue }).Place(Wall("2026-06-03 18:00")));
    }

    [Fact]
    public void A_time_chosen_within_a_day_comes_exactly_then()
    {
        var chosenAt = Utc("2026-06-01 12:00");

        Assert.Equal(Utc("2026-06-01 21:30"), Berlin.PlaceChosen(Wall("2026-06-01 23:30"), chosenAt));
        Assert.Equal(Utc("2026-06-03 06:00"), Berlin.PlaceChosen(Wall("2026-06-02 23:30"), chosenAt));
    }

    [Fact]
    public void A_ping_moves_with_the_person_to_another_zone()
    {
        var wish = Wall("2026-06-10 18:00");
        var now = Utc("2026-06-09 12:00");

        Assert.Equal(Utc("2026-06-10 22:00"), WindowIn("America/New_York").PlaceAgain(wish, now));
        Assert.Equal(Utc("2026-06-10 16:00"), Berlin.PlaceAgain(wish, now));
        Assert.Equal(Utc("2026-06-10 05:00"), WindowIn("Pacific/Apia").PlaceAgain(wish, now));
    }

    [Fact]
    public void A_ping_whose_hour_is_over_in_the_new_zone_comes_as_soon_as_it_may()
    {
        var wish = Wall("2026-06-10 18:00");

        Assert.Equal(Utc("2026-06-10 17:00"), Berlin.PlaceAgain(wish, Utc("2026-06-10 17:00")));
        Assert.Equal(Utc("2026-06-11 06:00"), Berlin.PlaceAgain(wish, Utc("2026-06-10 21:30")));
        Assert.Equal(
            Utc("2026-06-12 16:00"),
            (Berlin with { DaysOff = [IsoDayOfWeek.Thursday] }).PlaceAgain(wish, Utc("2026-06-10 21:30")));
    }
}
