using System.Text;

namespace RepairBot.Discord.Rendering;

/// <summary>Makes words look on Discord as they were written: no formatting, mention, link or heading arises from them.</summary>
internal static class Markdown
{
    private const char NoWidth = '\u200b';
    private const string Anywhere = "\\*_~`|[]<>";
    private const string AtLineStart = "#-+>";
    private const string Bold = "**";
    private const string Rest = "…";

    /// <summary>The words with everything escaped.</summary>
    public static string Escape(string text) => Escape(text, int.MaxValue, out _);

    /// <summary>As many of the words as fit, escaped; a pair of surrogates or a backslash and its sign are never parted.</summary>
    /// <param name="text">The words.</param>
    /// <param name="most">Most characters of the result.</param>
    /// <param name="taken">How many characters of the words are in it.</param>
    public static string Escape(ReadOnlySpan<char> text, int most, out int taken)
    {
        var escaped = new StringBuilder(Math.Clamp(most, 0, text.Length + 16));
        Span<char> piece = stackalloc char[3];
        taken = 0;
        while (taken < text.Length)
        {
            var pair = char.IsHighSurrogate(text[taken]) && taken + 1 < text.Length && char.IsLowSurrogate(text[taken + 1]);
            var length = pair ? Copy(text[taken..(taken + 2)], piece) : Sign(text, taken, piece);
            if (escaped.Length + length > most)
            {
                break;
            }

            escaped.Append(piece[..length]);
            taken += pair ? 2 : 1;
        }

        return escaped.ToString();
    }

    /// <summary>A guide's words, of whose markdown only bold counts: whatever a person's own words in it hold is escaped.</summary>
    /// <param name="text">The words.</param>
    /// <param name="most">Most characters of the result; what does not fit ends in an ellipsis.</param>
    public static string Guided(string text, int most)
    {
        var pieces = text.Split(Bold);
        if (pieces.Length % 2 == 0 || pieces.Skip(1).SkipLast(1).Any(string.IsNullOrWhiteSpace))
        {
            return Cut(text, most);
        }

        var bold = string.Join(Bold, pieces.Select(Escape));
        return bold.Length <= most ? bold : Cut(text, most);
    }

    /// <summary>Escaped words of at most a length; what does not fit ends in an ellipsis.</summary>
    public static string Cut(string text, int most)
    {
        var escaped = Escape(text, most, out var taken);
        return taken == text.Length ? escaped : Escape(text, most - Rest.Length, out _) + Rest;
    }

    private static int Copy(ReadOnlySpan<char> from, Span<char> to)
    {
        from.CopyTo(to);
        return from.Length;
    }

    private static int Sign(ReadOnlySpan<char> text, int at, Span<char> piece)
    {
        var sign = text[at];
        if (sign == '@')
        {
            // A backslash does not stop @everyone everywhere; something between does.
            return Copy(['@', NoWidth], piece);
        }

        var escape = Anywhere.Contains(sign)
            || (AtLineStart.Contains(sign) && IsLineStart(text, at))
            || (sign == '.' && IsListNumber(text, at));
        return escape ? Copy(['\\', sign], piece) : Copy([sign], piece);
    }

    private static bool IsLineStart(ReadOnlySpan<char> text, int at)
    {
        var before = text[..at].TrimEnd(' ');
        return before.IsEmpty || before[^1] is '\n' or '\r' || (AtLineStart.Contains(before[^1]) && IsLineStart(text, before.Length - 1));
    }

    // "1. so" would become a list.
    private static bool IsListNumber(ReadOnlySpan<char> text, int at)
    {
        var before = text[..at].TrimEnd("0123456789");
        return before.Length < at && IsLineStart(text, before.Length);
    }
}
