using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace RepairBot.Core.CheckIns.Evidence;

/// <summary>
/// The timeline as a picture: a rail with one mark for each dated fact, oldest first. Each mark has its own shape, the word beside it and the
/// act below, in one ink on white, so that nothing depends on colour. There is no sum, share or row of successes in it.
/// </summary>
/// <param name="Svg">A whole SVG document without scripts, styles or links, at most 64 KB in UTF-8.</param>
/// <param name="Alt">The same in words, all of it: a sentence for each entry.</param>
public sealed record EvidenceChart(string Svg, string Alt)
{
    /// <summary>The most entries shown; of more, the last ones are. Fewer where they are very long.</summary>
    public const int MostEntries = 40;

    /// <summary>The largest picture, in bytes of UTF-8.</summary>
    public const int MostBytes = 64 * 1024;

    private const int Width = 640;
    private const int Rail = 132;
    private const int WordsAt = 160;
    private const int LineHeight = 20;
    private const int Top = 76;
    private const string Ink = "#1f2933";
    private const string Paper = "#ffffff";

    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    /// <summary>Draws what was said about promises. Pure: the same answers and words give the same picture.</summary>
    /// <param name="answers">In any order; those without a word of their own are left out.</param>
    /// <param name="words">The words beside the marks.</param>
    public static EvidenceChart Draw(IEnumerable<CheckInAnswer> answers, EvidenceWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        ImmutableArray<EvidenceEntry> all =
        [
            .. answers.OrderBy(answer => answer.AskedOn).ThenBy(answer => answer.At)
                .Select(answer => EvidenceEntry.Of(answer, words))
                .OfType<EvidenceEntry>(),
        ];
        var chart = Of(all, MostEntries, words);
        for (var most = MostEntries - 1; most > 0 && Encoding.UTF8.GetByteCount(chart.Svg) > MostBytes; most -= 3)
        {
            chart = Of(all, most, words);
        }

        return chart;
    }

    private static EvidenceChart Of(ImmutableArray<EvidenceEntry> all, int most, EvidenceWords words)
    {
        ImmutableArray<EvidenceEntry> entries = [.. all.TakeLast(most)];
        var note = EvidenceEntry.Clean(all.IsEmpty ? words.Empty : all.Length > entries.Length ? words.Earlier : "");
        var title = EvidenceEntry.Clean(words.Title);
        var alt = string.Join(' ', Sentences(entries, title, note));
        return new EvidenceChart(Picture(entries, title, note, alt), alt);
    }

    private static IEnumerable<string> Sentences(ImmutableArray<EvidenceEntry> entries, string title, string note) =>
        new[] { title, note }
            .Concat(entries.Select(entry => $"{entry.Date}: {entry.Word}" + (entry.Act.IsEmpty ? "" : $", {string.Join(' ', entry.Act)}")))
            .Where(sentence => sentence.Length > 0)
            .Select(sentence => sentence[^1] is '.' or '!' or '?' or '…' ? sentence : sentence + ".");

    private static string Picture(ImmutableArray<EvidenceEntry> entries, string title, string note, string alt)
    {
        var y = Top;
        var drawn = new List<XElement>();
        foreach (var entry in entries)
        {
            drawn.Add(Entry(entry, y));
            y += (entry.Act.Length + 2) * LineHeight;
        }

        return new XElement(
            Ns + "svg",
            Attributes(("viewBox", $"0 0 {Width} {y}"), ("width", Width), ("height", y), ("role", "img"), ("aria-labelledby", "title alt")),
            Attributes(("font-family", "system-ui, sans-serif"), ("font-size", 15), ("fill", Ink)),
            new XElement(Ns + "title", new XAttribute("id", "title"), title),
            new XElement(Ns + "desc", new XAttribute("id", "alt"), alt),
            new XElement(Ns + "rect", Attributes(("width", Width), ("height", y), ("fill", Paper))),
            Text(16, 28, title, bold: true),
            note.Length > 0 ? Text(16, 50, note) : null,
            entries.Length > 1 ? Line(Rail, Top, Rail, y - (entries[^1].Act.Length + 2) * LineHeight) : null,
            drawn).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Entry(EvidenceEntry entry, int y) => new(
        Ns + "g",
        Text(16, y + 5, entry.Date),
        Mark(entry.Mark, y),
        Text(WordsAt, y + 5, entry.Word, bold: true),
        entry.Act.Select((line, index) => Text(WordsAt, y + 5 + (index + 1) * LineHeight, line)));

    // A full disc with a tick, a half disc, an empty ring, a square: apart by shape, whatever the eye or the printer makes of ink.
    private static IEnumerable<XElement> Mark(string mark, int y) => mark switch
    {
        "kept" => [Disc(y, Ink), Path($"M{Rail - 5} {y}l4 4l7 -8", Paper, filled: false)],
        "partly" => [Disc(y, Paper), Path($"M{Rail} {y - 10}a10 10 0 0 0 0 20z", Ink, filled: true)],
        "not-yet" => [Disc(y, Paper)],
        _ => [Box(y)],
    };

    private static XElement Disc(int y, string fill) => new(
        Ns + "circle", Attributes(("cx", Rail), ("cy", y), ("r", 10), ("fill", fill), ("stroke", Ink), ("stroke-width", 2)));

    private static XElement Box(int y) => new(
        Ns + "rect",
        Attributes(("x", Rail - 8), ("y", y - 8), ("width", 16), ("height", 16), ("fill", Paper), ("stroke", Ink), ("stroke-width", 2)));

    private static XElement Path(string path, string ink, bool filled) => new(
        Ns + "path",
        Attributes(("d", path), ("fill", filled ? ink : "none"), ("stroke", filled ? "none" : ink), ("stroke-width", 2)));

    private static XElement Line(int x1, int y1, int x2, int y2) => new(
        Ns + "line", Attributes(("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", Ink), ("stroke-width", 2)));

    private static XElement Text(int x, int y, string text, bool bold = false) => new(
        Ns + "text", Attributes(("x", x), ("y", y)), bold ? new XAttribute("font-weight", 600) : null, text);

    private static List<XAttribute> Attributes(params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var made = new List<XAttribute>();
        foreach (var (name, value) in attributes)
        {
            made.Add(new XAttribute(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        }

        return made;
    }
}
