namespace RepairBot.Core.CheckIns.When;

internal static class WhenEnglish
{
    public const string Lines = """
        Filler: on, please, about, around, by, me, remind, ask, again, maybe, say, from now, later, sometime, t, okay, ok, yes
        In: in, within, in about, in around
        At: at, at about, at around
        The: the, on the
        And: and
        Of: of
        Ordinal: st, nd, rd, th
        Day 0: today, later today
        Day 1: tomorrow, tmrw, tmr, tomorow, tommorow, tommorrow
        Day 2: the day after tomorrow, day after tomorrow, overmorrow
        NextWeek: next week
        Weekday 1: monday, mon
        Weekday 2: tuesday, tue, tues
        Weekday 3: wednesday, wed, weds
        Weekday 4: thursday, thu, thur, thurs
        Weekday 5: friday, fri
        Weekday 6: saturday, sat, the weekend, weekend, at the weekend, on the weekend
        Weekday 7: sunday, sun
        Next: next
        This: this, coming, this coming
        Month 1: january, jan
        Month 2: february, feb
        Month 3: march, mar
        Month 4: april, apr
        Month 5: may
        Month 6: june, jun
        Month 7: july, jul
        Month 8: august, aug
        Month 9: september, sep, sept
        Month 10: october, oct
        Month 11: november, nov
        Month 12: december, dec
        Part Morning: morning, in the morning
        Part Noon: noon, midday, lunchtime, at noon, at midday, at lunchtime
        Part Afternoon: afternoon, in the afternoon
        Part Evening: evening, in the evening
        Part Night: night, at night, in the night
        Day 0 + Part Morning: this morning
        Day 0 + Part Afternoon: this afternoon
        Day 0 + Part Evening: tonight, this evening
        Clock 1440: midnight, at midnight
        Minutes 1: m, min, mins, minute, minutes
        Minutes 60: h, hr, hrs, hour, hours
        Days 1: d, day, days
        Days 7: week, weeks
        Days 14: fortnight, fortnights
        Months: month, months
        Amount 15: quarter of an hour, a quarter of an hour
        Amount 30: half an hour, half hour, a half hour
        Amount 90: an hour and a half, one and a half hours, hour and a half
        HalfOfDay 0: am
        HalfOfDay 12: pm
        Oclock 12: oclock
        Before 30: half past
        Before 15: quarter past, a quarter past, quarter after
        Before -15: quarter to, a quarter to
        Article 1: a, an
        Number 1: one
        Number 2: two, a couple of, a couple
        Number 3: three, a few
        Number 4: four
        Number 5: five
        Number 6: six
        Number 7: seven
        Number 8: eight
        Number 9: nine
        Number 10: ten
        Number 11: eleven
        Number 12: twelve
        Number 13: thirteen
        Number 14: fourteen
        Number 15: fifteen
        Number 16: sixteen
        Number 17: seventeen
        Number 18: eighteen
        Number 19: nineteen
        Number 20: twenty
        Number 30: thirty
        Number 40: forty
        Number 50: fifty
        """;
}
