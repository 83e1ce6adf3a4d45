using System.Diagnostics;
using System.Globalization;
using RepairBot.Core.CheckIns.When;
using static RepairBot.Core.Tests.CheckIns.Days;

namespace RepairBot.Core.Tests.CheckIns;

/// <summary>Each row is a text and what it is read as, on Wednesday 10 June 2026 at 14:00 in Berlin.</summary>
public sealed class WhenReaderTests
{
    private static readonly DateTimeOffset Now = Utc("2026-06-10 12:00");

    [Theory]
    [InlineData("in 20 min", "2026-06-10 14:20")]
    [InlineData("In 20 minutes!", "2026-06-10 14:20")]
    [InlineData("in two hours", "2026-06-10 16:00")]
    [InlineData("2 hours from now", "2026-06-10 16:00")]
    [InlineData("in an hour", "2026-06-10 15:00")]
    [InlineData("in half an hour", "2026-06-10 14:30")]
    [InlineData("in an hour and a half", "2026-06-10 15:30")]
    [InlineData("in 1h30", "2026-06-10 15:30")]
    [InlineData("in 1 hour and 20 minutes", "2026-06-10 15:20")]
    [InlineData("in twenty five minutes", "2026-06-10 14:25")]
    [InlineData("in 30 hours", "2026-06-11 20:00")]
    [InlineData("in 3 days", "day 2026-06-13 18:00")]
    [InlineData("in a week", "day 2026-06-17 18:00")]
    [InlineData("in a fortnight", "day 2026-06-24 18:00")]
    [InlineData("in a month", "day 2026-07-10 18:00")]
    [InlineData("in 2 days at 8pm", "2026-06-12 20:00")]
    [InlineData("in two days in the evening", "2026-06-12 19:00")]
    [InlineData("today", "day 2026-06-10 18:00")]
    [InlineData("tomorrow", "day 2026-06-11 18:00")]
    [InlineData("TOMORROW  evening", "2026-06-11 19:00")]
    [InlineData("tomorrow night", "2026-06-11 21:00")]
    [InlineData("tomorrow at noon", "2026-06-11 12:00")]
    [InlineData("remind me tomorrow morning, please", "2026-06-11 09:00")]
    [InlineData("tomorrow at 8 in the morning", "2026-06-11 08:00")]
    [InlineData("tomorrow evening 8:30", "2026-06-11 20:30")]
    [InlineData("8.15 tomorrow morning", "2026-06-11 08:15")]
    [InlineData("the day after tomorrow at 17:45", "2026-06-12 17:45")]
    [InlineData("tonight", "2026-06-10 19:00")]
    [InlineData("tonight at 10", "2026-06-10 22:00")]
    [InlineData("tonight at 1", "2026-06-11 01:00")]
    [InlineData("this evening", "2026-06-10 19:00")]
    [InlineData("in the morning", "2026-06-11 09:00")]
    [InlineData("afternoon", "2026-06-10 15:00")]
    [InlineData("midnight", "2026-06-11 00:00")]
    [InlineData("Fri 7pm", "2026-06-12 19:00")]
    [InlineData("Friday at 19:30", "2026-06-12 19:30")]
    [InlineData("friday 7.30 p.m.", "2026-06-12 19:30")]
    [InlineData("7 p.m. on friday", "2026-06-12 19:00")]
    [InlineData("fri evening", "2026-06-12 19:00")]
    [InlineData("this friday", "day 2026-06-12 18:00")]
    [InlineData("on the weekend", "day 2026-06-13 18:00")]
    [InlineData("next monday", "day 2026-06-15 18:00")]
    [InlineData("next week", "day 2026-06-17 18:00")]
    [InlineData("friday next week", "day 2026-06-19 18:00")]
    [InlineData("next friday", "day 2026-06-12 18:00 or day 2026-06-19 18:00")]
    [InlineData("wednesday", "day 2026-06-10 18:00 or day 2026-06-17 18:00")]
    [InlineData("wednesday at 9am", "2026-06-17 09:00")]
    [InlineData("next wednesday", "day 2026-06-17 18:00")]
    [InlineData("14 march 9:00", "2027-03-14 09:00")]
    [InlineData("march 14 at 9 am", "2027-03-14 09:00")]
    [InlineData("March 14th, 2027", "day 2027-03-14 18:00")]
    [InlineData("the 14th of July", "day 2026-07-14 18:00")]
    [InlineData("Friday, 12 June, 19:00", "2026-06-12 19:00")]
    [InlineData("Thursday, 12 June", "?")]
    [InlineData("on the 14th", "day 2026-06-14 18:00")]
    [InlineData("the 9th at 10:15", "2026-07-09 10:15")]
    [InlineData("31st", "day 2026-07-31 18:00")]
    [InlineData("2027-03-14 09:00", "2027-03-14 09:00")]
    [InlineData("2026-06-11T07:05", "2026-06-11 07:05")]
    [InlineData("2026-03-14 09:00", "past 2026-03-14 09:00")]
    [InlineData("2026-06-10 13:59", "past 2026-06-10 13:59")]
    [InlineData("today at 9am", "past 2026-06-10 09:00")]
    [InlineData("this morning", "past 2026-06-10 09:00")]
    [InlineData("3/7", "day 2026-07-03 18:00 or day 2027-03-07 18:00")]
    [InlineData("3/7/2026", "day 2026-07-03 18:00")]
    [InlineData("7/24", "day 2026-07-24 18:00")]
    [InlineData("24/7/26 at 10:00", "2026-07-24 10:00")]
    [InlineData("7/7", "day 2026-07-07 18:00")]
    [InlineData("at 8", "2026-06-10 20:00")]
    [InlineData("at 5", "2026-06-10 17:00")]
    [InlineData("at one", "2026-06-11 01:00 or 2026-06-11 13:00")]
    [InlineData("tomorrow at 8", "2026-06-11 08:00 or 2026-06-11 20:00")]
    [InlineData("tomorrow 8", "2026-06-11 08:00 or 2026-06-11 20:00")]
    [InlineData("at 20", "2026-06-10 20:00")]
    [InlineData("8 o'clock tomorrow", "2026-06-11 08:00 or 2026-06-11 20:00")]
    [InlineData("tomorrow at half past seven", "2026-06-11 07:30 or 2026-06-11 19:30")]
    [InlineData("quarter to eight tomorrow evening", "2026-06-11 19:45")]
    [InlineData("tomorrow seven thirty pm", "2026-06-11 19:30")]
    [InlineData("12am", "2026-06-11 00:00")]
    [InlineData("12pm", "2026-06-11 12:00")]
    [InlineData("noon", "2026-06-11 12:00")]
    [InlineData("20:15", "2026-06-10 20:15")]
    [InlineData("13:59", "2026-06-11 13:59")]
    [InlineData("24:00", "2026-06-11 00:00")]
    public void English(string text, string reading) => Assert.Equal(reading, Read(text, "en"));

    [Theory]
    [InlineData("in 20 Minuten", "2026-06-10 14:20")]
    [InlineData("in zwei Stunden", "2026-06-10 16:00")]
    [InlineData("in einer halben Stunde", "2026-06-10 14:30")]
    [InlineData("in anderthalb Stunden", "2026-06-10 15:30")]
    [InlineData("in einer Woche", "day 2026-06-17 18:00")]
    [InlineData("in 14 Tagen um 10 Uhr", "2026-06-24 10:00")]
    [InlineData("in 2 h", "2026-06-10 16:00")]
    [InlineData("heute Abend", "2026-06-10 19:00")]
    [InlineData("heute Nacht", "2026-06-10 21:00")]
    [InlineData("morgen", "day 2026-06-11 18:00")]
    [InlineData("morgen um 8", "2026-06-11 08:00 or 2026-06-11 20:00")]
    [InlineData("morgen um 8 Uhr", "2026-06-11 08:00")]
    [InlineData("morgen früh", "2026-06-11 09:00")]
    [InlineData("Morgen früh um 7", "2026-06-11 07:00")]
    [InlineData("morgen Nachmittag", "2026-06-11 15:00")]
    [InlineData("morgen abend um halb acht", "2026-06-11 19:30")]
    [InlineData("heute morgen", "past 2026-06-10 09:00")]
    [InlineData("übermorgen", "day 2026-06-12 18:00")]
    [InlineData("Freitag um 19:30", "2026-06-12 19:30")]
    [InlineData("Fr 19.30 Uhr", "2026-06-12 19:30")]
    [InlineData("Freitag 20 Uhr 15", "2026-06-12 20:15")]
    [InlineData("am Freitagabend", "2026-06-12 19:00")]
    [InlineData("Freitag morgen", "2026-06-12 09:00")]
    [InlineData("nächsten Montag", "day 2026-06-15 18:00")]
    [InlineData("nächsten Freitag", "day 2026-06-12 18:00 or day 2026-06-19 18:00")]
    [InlineData("kommenden Freitag", "day 2026-06-12 18:00")]
    [InlineData("nächste Woche", "day 2026-06-17 18:00")]
    [InlineData("am 14. März um 9 Uhr", "2027-03-14 09:00")]
    [InlineData("14.7.", "day 2026-07-14 18:00")]
    [InlineData("am 14.07.2026 um 9:00", "2026-07-14 09:00")]
    [InlineData("am 14.", "day 2026-06-14 18:00")]
    [InlineData("um 19.05", "2026-06-10 19:05")]
    [InlineData("viertel nach sieben abends", "2026-06-10 19:15")]
    [InlineData("halb eins", "2026-06-11 12:30")]
    [InlineData("gegen Mittag", "2026-06-11 12:00")]
    [InlineData("Mitternacht", "2026-06-11 00:00")]
    [InlineData("Fri 7pm", "2026-06-12 19:00")]
    public void German(string text, string reading) => Assert.Equal(reading, Read(text, "de"));

    [Theory]
    [InlineData("en 20 minutos", "2026-06-10 14:20")]
    [InlineData("dentro de dos horas", "2026-06-10 16:00")]
    [InlineData("en media hora", "2026-06-10 14:30")]
    [InlineData("en hora y media", "2026-06-10 15:30")]
    [InlineData("en treinta y cinco minutos", "2026-06-10 14:35")]
    [InlineData("en una semana", "day 2026-06-17 18:00")]
    [InlineData("en 15 días a las 10:00", "2026-06-25 10:00")]
    [InlineData("en un día", "day 2026-06-11 18:00")]
    [InlineData("hoy", "day 2026-06-10 18:00")]
    [InlineData("mañana", "day 2026-06-11 18:00")]
    [InlineData("mañana por la tarde", "2026-06-11 15:00")]
    [InlineData("mañana por la mañana", "2026-06-11 09:00")]
    [InlineData("mañana a las 8 de la noche", "2026-06-11 20:00")]
    [InlineData("mañana a las 8", "2026-06-11 08:00 or 2026-06-11 20:00")]
    [InlineData("mañana a las ocho y media", "2026-06-11 08:30 or 2026-06-11 20:30")]
    [InlineData("mañana a la una menos cuarto", "2026-06-11 12:45")]
    [InlineData("pasado mañana a mediodía", "2026-06-12 12:00")]
    [InlineData("esta noche", "2026-06-10 19:00")]
    [InlineData("esta noche a las 10", "2026-06-10 22:00")]
    [InlineData("el viernes", "day 2026-06-12 18:00")]
    [InlineData("el viernes a las 19 horas", "2026-06-12 19:00")]
    [InlineData("viernes 19h30", "2026-06-12 19:30")]
    [InlineData("el viernes por la noche", "2026-06-12 21:00")]
    [InlineData("el próximo lunes", "day 2026-06-15 18:00")]
    [InlineData("el lunes que viene", "day 2026-06-15 18:00")]
    [InlineData("el próximo viernes", "day 2026-06-12 18:00 or day 2026-06-19 18:00")]
    [InlineData("la semana que viene", "day 2026-06-17 18:00")]
    [InlineData("el 14 de marzo de 2027 a las 9:00", "2027-03-14 09:00")]
    [InlineData("14/7", "day 2026-07-14 18:00")]
    [InlineData("3/7", "day 2026-07-03 18:00")]
    [InlineData("el 14", "day 2026-06-14 18:00")]
    [InlineData("a las 17:00", "2026-06-10 17:00")]
    [InlineData("a las 5 de la tarde", "2026-06-10 17:00")]
    [InlineData("medianoche", "2026-06-11 00:00")]
    [InlineData("tomorrow evening", "2026-06-11 19:00")]
    public void Spanish(string text, string reading) => Assert.Equal(reading, Read(text, "es"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?")]
    [InlineData("when it suits you")]
    [InlineData("never")]
    [InlineData("a")]
    [InlineData("in")]
    [InlineData("at")]
    [InlineData("next")]
    [InlineData("in 8")]
    [InlineData("in -5 minutes")]
    [InlineData("-5 minutes")]
    [InlineData("25:00")]
    [InlineData("10:75")]
    [InlineData("at 99")]
    [InlineData("13am")]
    [InlineData("tomorrow and friday")]
    [InlineData("tomorrow or friday")]
    [InlineData("monday tuesday")]
    [InlineData("at 8 at 9")]
    [InlineData("in 20 minutes tomorrow")]
    [InlineData("tomorrow morning at 15:00")]
    [InlineData("31 june")]
    [InlineData("30 february")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("0000-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("in 9999 weeks")]
    [InlineData("in 99999 minutes")]
    [InlineData("14/15")]
    [InlineData("12345")]
    [InlineData("tomorrow at 8, he said he would come")]
    [InlineData("\ud83d")]
    public void What_is_no_single_time_to_come_is_not_understood(string text) =>
        Assert.All(["en", "de", "es", "fr", ""], language => Assert.Equal("?", Read(text, language)));

    [Fact]
    public void Two_hours_over_a_clock_change_are_two_hours()
    {
        var berlin = Zone("Europe/Berlin");

        var spring = Assert.IsType<WhenReading.Understood>(WhenReader.Read("in 2 hours", "en", Utc("2026-03-29 00:30"), berlin)).Time;
        var autumn = Assert.IsType<WhenReading.Understood>(WhenReader.Read("in 20 min", "en", Utc("2026-10-25 01:10"), berlin)).Time;

        Assert.Equal((Wall("2026-03-29 04:30"), Utc("2026-03-29 02:30")), (spring.Wish, spring.At));
        Assert.Equal((Wall("2026-10-25 02:30"), Utc("2026-10-25 01:30")), (autumn.Wish, autumn.At));
    }

    [Theory]
    [InlineData("tomorrow evening", "2026-06-11 19:00 or 2026-06-12 19:00")]
    [InlineData("tomorrow", "day 2026-06-11 18:00 or day 2026-06-12 18:00")]
    [InlineData("the day after tomorrow", "day 2026-06-13 18:00")]
    [InlineData("tonight", "2026-06-11 19:00")]
    [InlineData("7", "2026-06-11 07:00 or 2026-06-11 19:00")]
    public void Half_an_hour_after_midnight_tomorrow_may_have_begun(string text, string reading) =>
        Assert.Equal(reading, Read(text, "en", Utc("2026-06-10 22:30")));

    [Fact]
    public void At_four_in_the_morning_tomorrow_is_the_next_day_again() =>
        Assert.Equal("2026-06-12 19:00", Read("tomorrow evening", "en", Utc("2026-06-11 02:00")));

    [Fact]
    public void A_time_of_day_is_the_persons_own() => Assert.Equal(
        Utc("2026-06-10 14:15"),
        Assert.IsType<WhenReading.Understood>(WhenReader.Read("8pm", "en", Now, Zone("Asia/Kathmandu"))).Time.At);

    [Fact]
    public void A_long_text_is_refused_at_once()
    {
        var clock = Stopwatch.StartNew();

        Assert.Equal("?", Read(string.Concat(Enumerable.Repeat("tomorrow ", 500)), "en"));
        Assert.Equal("?", Read("tomorrow" + new string('!', WhenReader.LongestText), "en"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Whatever_is_written_has_a_reading_and_what_is_understood_lies_ahead()
    {
        var understood = 0;
        for (var seed = 0; seed < 20_000; seed++)
        {
            var random = new Random(seed);
            var text = SomeText(random);
            var now = Now.AddMinutes(random.Next(2_000_000));
            var zone = Zone(new[] { "Europe/Berlin", "Pacific/Apia", "America/New_York", "Australia/Lord_Howe" }[random.Next(4)]);

            ReadTime[] ahead = WhenReader.Read(text, new[] { "en", "de", "es" }[random.Next(3)], now, zone) switch
            {
                WhenReading.Understood(var only) => [only],
                WhenReading.Ambiguous(var first, var second) => [first, second],
                WhenReading.InThePast(var past) when past.At > now => throw new InvalidOperationException($"seed {seed}: the past is ahead"),
                _ => [],
            };

            Assert.True(ahead.All(time => time.At > now && time.At < now.AddDays(733)), $"seed {seed}: not ahead");
            Assert.True(ahead.Length < 2 || ahead[0].At < ahead[1].At, $"seed {seed}: out of order");
            understood += ahead.Length > 0 ? 1 : 0;
        }

        Assert.True(understood > 1000, $"only {understood} were times");
    }

    private static readonly string[] Shards =
    [
        "in", "at", "20", "8", "7pm", "19:30", "2026-06-14", "14.", "3/7", "march", "märz", "marzo", "friday", "nächsten", "próximo", "mañana",
        "morgen", "tomorrow", "evening", "abends", "por la tarde", "half past", "halb", "y media", "um", "a las", "uhr", "h", "min", "hours",
        "days", "semanas", "a", "the", "el", "am", "and", "of", "de", "next week", "midnight", "9999", "0", ",", ".", "-", ":", "/", "\0", "🙂",
        "\ud800", "ß", "ﬁ", "١٢", "12:", ":30", "th", "twenty", "five", "2026",
    ];

    private static string SomeText(Random random) => random.Next(4) == 0
        ? new string([.. Enumerable.Range(0, random.Next(200)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 128 : 65536))])
        : string.Join(random.Next(5) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 8)).Select(_ => Shards[random.Next(Shards.Length)]));

    private static string Read(string text, string language, DateTimeOffset? now = null) => WhenReader.Read(text, language, now ?? Now, Zone("Europe/Berlin")) switch
    {
        WhenReading.Understood(var time) => Shown(time),
        WhenReading.Ambiguous(var first, var second) => $"{Shown(first)} or {Shown(second)}",
        WhenReading.InThePast(var time) => "past " + Shown(time),
        _ => "?",
    };

    private static string Shown(ReadTime time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(time.Precision == WhenPrecision.Day ? "day " : "")}{time.Wish.Day:yyyy-MM-dd} {time.Wish.Time:HH:mm}");
}
