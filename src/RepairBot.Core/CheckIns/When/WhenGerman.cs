namespace RepairBot.Core.CheckIns.When;

internal static class WhenGerman
{
    private static readonly string[] Weekdays = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];

    private static readonly (string Word, DayPart Part)[] Parts =
    [
        ("morgen", DayPart.Morning), ("vormittag", DayPart.Morning), ("mittag", DayPart.Noon), ("nachmittag", DayPart.Afternoon),
        ("abend", DayPart.Evening), ("nacht", DayPart.Night),
    ];

    public static string Lines => Words + string.Concat(Compounds());

    // Freitagabend and its like, written as one word.
    private static IEnumerable<string> Compounds() =>
        from day in Weekdays.Index()
        from part in Parts
        select $"\nWeekday {day.Index + 1} + Part {part.Part}: {day.Item}{part.Word}";

    private const string Words = """
        Filler: bitte, ungefahr, etwa, ca, circa, gegen, t, ab jetzt, spater, mich, erinnere, frag, wieder, vielleicht, ja
        In: in, in etwa, in ungefahr
        At: um, gegen um, so um
        The: am, den, der, dem
        And: und
        Day 0: heute
        TomorrowOrMorning: morgen
        Day 1: morgigen
        Day 2: ubermorgen, uebermorgen
        NextWeek: nachste woche, kommende woche, naechste woche
        Weekday 1: montag, mo, montags
        Weekday 2: dienstag, di
        Weekday 3: mittwoch, mi
        Weekday 4: donnerstag, do
        Weekday 5: freitag, fr
        Weekday 6: samstag, sa, sonnabend, wochenende, am wochenende
        Weekday 7: sonntag, so
        Next: nachsten, naechsten, nachster, nachste
        This: diesen, dieser, kommenden, kommender
        Month 1: januar, jan, janner
        Month 2: februar, feb
        Month 3: marz, maerz
        Month 4: april, apr
        Month 5: mai
        Month 6: juni, jun
        Month 7: juli, jul
        Month 8: august, aug
        Month 9: september, sep, sept
        Month 10: oktober, okt
        Month 11: november, nov
        Month 12: dezember, dez
        Part Morning: fruh, frueh, in der fruh, morgens, am morgen, vormittag, am vormittag, vormittags
        Part Noon: mittag, mittags, am mittag, zu mittag
        Part Afternoon: nachmittag, am nachmittag, nachmittags
        Part Evening: abend, am abend, abends
        Part Night: nacht, in der nacht, nachts
        Day 0 + Part Morning: heute morgen
        Day 1 + Part Morning: morgen fruh, morgen frueh
        Clock 1440: mitternacht, um mitternacht
        Minutes 1: min, minute, minuten
        Hours 60: h, std
        Minutes 60: stunde, stunden
        Days 1: tag, tage, tagen
        Days 7: woche, wochen
        Months: monat, monate, monaten
        Amount 15: viertelstunde, einer viertelstunde, eine viertelstunde
        Amount 30: halbe stunde, halben stunde, einer halben stunde, eine halbe stunde
        Amount 45: dreiviertelstunde, einer dreiviertelstunde
        Amount 90: anderthalb stunden, eineinhalb stunden
        Oclock 24: uhr
        Before -30: halb
        Before 15: viertel nach
        Before -15: viertel vor, dreiviertel
        Article 1: ein, eine, einer, einem, einen
        Number 1: eins
        Number 2: zwei, zwo
        Number 3: drei
        Number 4: vier
        Number 5: funf, fuenf
        Number 6: sechs
        Number 7: sieben
        Number 8: acht
        Number 9: neun
        Number 10: zehn
        Number 11: elf
        Number 12: zwolf, zwoelf
        Number 13: dreizehn
        Number 14: vierzehn
        Number 15: funfzehn, fuenfzehn
        Number 16: sechzehn
        Number 17: siebzehn
        Number 18: achtzehn
        Number 19: neunzehn
        Number 20: zwanzig
        Number 25: funfundzwanzig
        Number 30: dreissig
        Number 40: vierzig
        Number 45: funfundvierzig
        Number 50: funfzig
        """;
}
