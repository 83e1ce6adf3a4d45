using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace RepairBot.Core.CheckIns.Evidence;

/// <summary>One dated fact as it is shown: which mark, what it is called, and the act in lines of plain text.</summary>
internal sealed record EvidenceEntry(string Date, string Mark, string Word, ImmutableArray<string> Act)
{
    private const int LineLength = 56;
    private const int MostLines = 3;
    private const char FirstWideSign = '\u1100';

    public static EvidenceEntry? Of(CheckInAnswer answer, EvidenceWords words) => words.Of(answer.Said) is { } word
        ? new EvidenceEntry(
            answer.AskedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), answer.Said, Clean(word), Lines(Clean(answer.Act.Reveal())))
        : null;

    /// <summary>One line of text: what XML can't hold is left out, and any row of blanks is one.</summary>
    public static string Clean(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var legal = rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) && rune != System.Text.Rune.ReplacementChar;
            kept.Append(!legal || System.Text.Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static ImmutableArray<string> Lines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < text.Length && lines.Count < MostLines;)
        {
            var full = at + Fitting(text.AsSpan(at));
            var blank = full < text.Length ? text.LastIndexOf(' ', full, full - at) : -1;
            var end = blank > at ? blank : full;
            var cut = end < text.Length && lines.Count == MostLines - 1;
            lines.Add(text[at..end].Trim() + (cut ? "…" : ""));
            at = end;
        }

        return lines.ToImmutable();
    }

    // How many characters make one line, never cutting within what is read as one sign. From Hangul on signs are about twice as wide.
    private static int Fitting(ReadOnlySpan<char> text)
    {
        var (at, width) = (0, 0);
        while (at < text.Length)
        {
            width += text[at] < FirstWideSign ? 1 : 2;
            if (width > LineLength)
            {
                break;
            }

            at += StringInfo.GetNextTextElementLength(text[at..]);
        }

        return at;
    }
}
