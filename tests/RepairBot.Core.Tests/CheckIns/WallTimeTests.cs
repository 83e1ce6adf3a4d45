using RepairBot.Core.CheckIns;
using static RepairBot.Core.Tests.CheckIns.Days;

namespace RepairBot.Core.Tests.CheckIns;

public sealed class WallTimeTests
{
    [Theory]
    // Before and after each change of clocks, and in it: a skipped time is the end of the gap, a doubled one the first of the two.
    [InlineData("Europe/Berlin", "2026-03-28 18:00", "2026-03-28 17:00")]
    [InlineData("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:00")]
    [InlineData("Europe/Berlin", "2026-03-29 18:00", "2026-03-29 16:00")]
    [InlineData("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30")]
    [InlineData("Europe/Berlin", "2026-10-25 18:00", "2026-10-25 17:00")]
    [InlineData("America/New_York", "2026-03-07 18:00", "2026-03-07 23:00")]
    [InlineData("America/New_York", "2026-03-08 02:15", "2026-03-08 07:00")]
    [InlineData("America/New_York", "2026-03-08 18:00", "2026-03-08 22:00")]
    [InlineData("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30")]
    [InlineData("America/New_York", "2026-11-01 18:00", "2026-11-01 23:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04 14:45")]
    [InlineData("Australia/Lord_Howe", "2026-04-05 18:00", "2026-04-05 07:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 18:00", "2026-10-04 07:00")]
    [InlineData("Asia/Kathmandu", "2026-03-29 18:00", "2026-03-29 12:15")]
    [InlineData("Asia/Kathmandu", "2026-10-25 18:00", "2026-10-25 12:15")]
    [InlineData("Pacific/Apia", "2011-12-29 18:00", "2011-12-30 04:00")]
    [InlineData("Pacific/Apia", "2011-12-30 18:00", "2011-12-31 04:00")]
    [InlineData("Pacific/Apia", "2011-12-31 18:00", "2011-12-31 04:00")]
    [InlineData("Pacific/Apia", "2012-04-01 18:00", "2012-04-01 05:00")]
    [InlineData("Pacific/Apia", "2012-09-30 18:00", "2012-09-30 04:00")]
    public void A_wall_time_is_one_instant(string zone, string wall, string utc)
    {
        var at = Wall(wall).InstantIn(Zone(zone));

        Assert.Equal(Utc(utc), at);
        Assert.Equal(TimeSpan.Zero, at.Offset);
    }

    [Fact]
    public void The_day_Samoa_left_out_does_not_exist_there_alone()
    {
        Assert.False(WallTime.Exists(Day("2011-12-30"), Zone("Pacific/Apia")));
        Assert.True(WallTime.Exists(Day("2011-12-29"), Zone("Pacific/Apia")));
        Assert.True(WallTime.Exists(Day("2011-12-31"), Zone("Pacific/Apia")));
        Assert.True(WallTime.Exists(Day("2011-12-30"), Zone("Europe/Berlin")));
    }

    [Fact]
    public void A_day_whose_midnight_is_skipped_exists() =>
        Assert.True(WallTime.Exists(Day("2018-11-04"), Zone("America/Sao_Paulo")));

    [Theory]
    [InlineData(null)]
    [InlineData("Mars/Olympus")]
    public void A_zone_nobody_knows_is_utc(string? id) => Assert.Equal("UTC", WallClock.ZoneOf(id).Id);

    [Theory]
    [InlineData("2026-10-24 12:00", "18:00", 0, "2026-10-24 16:00")]
    [InlineData("2026-10-24 16:00", "18:00", 0, "2026-10-25 17:00")]
    [InlineData("2026-10-24 12:00", "18:00", 1, "2026-10-25 17:00")]
    // Between the two showings of 02:30: the second does not count.
    [InlineData("2026-10-25 00:45", "02:30", 0, "2026-10-26 01:30")]
    [InlineData("2026-03-29 00:59", "02:30", 0, "2026-03-29 01:00")]
    [InlineData("2026-03-29 01:00", "02:30", 0, "2026-03-30 00:30")]
    public void The_next_time_a_clock_in_Berlin_shows(string now, string time, int days, string next) =>
        Assert.Equal(Utc(next), WallClock.NextAt(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), Utc(now), Zone("Europe/Berlin"), days));
}
