using System.Text.RegularExpressions;

namespace RepairBot.Core.Guides;

/// <summary>
/// The Flesch–Kincaid grade of an English text: 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Placeholders and quoted
/// text (between “ ”, " " or ` `) are left out.
/// </summary>
internal static partial class ReadingLevel
{
    private static readonly char[] Closers = ['"', '”', '’', '\'', ')', ']', '*', '_'];

    /// <summary>
    /// Words of a text as a reader counts them: what stands between blanks and dashes and has a letter or digit; a placeholder is one.
    /// </summary>
    public static int Words(string text) => Tokens(text).Count(IsWord);

    /// <summary>The number of words outside quotes, placeholders among them, and the grade of those without placeholders.</summary>
    public static (int Words, double Grade) Of(string text)
    {
        var unquoted = WithoutQuotes(text);
        var (words, sentences, syllables) = (0, 0, 0);
        foreach (var line in unquoted.Split('\n'))
        {
            var inSentence = 0;
            foreach (var token in Tokens(line))
            {
                var spoken = Spoken(token);
                inSentence += spoken.Any(char.IsLetterOrDigit) ? 1 : 0;
                syllables += Syllables.Of(spoken);
                if (EndsSentence(token) && inSentence > 0)
                {
                    (words, sentences, inSentence) = (words + inSentence, sentences + 1, 0);
                }
            }

            (words, sentences) = (words + inSentence, sentences + (inSentence > 0 ? 1 : 0));
        }

        var grade = words == 0 ? 0 : (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;
        return (Words(unquoted), grade);
    }

    private static string[] Tokens(string text) =>
        text.Split([' ', '\n', '\t', '\u00a0', '—', '–', '/'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsWord(string token) => token.Any(char.IsLetterOrDigit);

    private static string Spoken(string token) => Placeholder().Replace(token, "");

    // "e.g." and "p.m." end no sentence; "..." does.
    private static bool EndsSentence(string token)
    {
        var bare = token.TrimEnd(Closers);
        return bare.EndsWith('!') || bare.EndsWith('?') || bare.EndsWith('…') || bare.EndsWith("..", StringComparison.Ordinal)
            || (bare.EndsWith('.') && !bare.AsSpan(0, bare.Length - 1).Contains('.'));
    }

    // A quote that ends a sentence of ours leaves its full stop behind.
    private static string WithoutQuotes(string text) => Quote().Replace(text, quote =>
    {
        var inside = quote.ValueSpan[1..^1].TrimEnd();
        var after = text.AsSpan(quote.Index + quote.Length).TrimStart(' ');
        return inside is [.., '.' or '!' or '?' or '…'] && (after.IsEmpty || after[0] == '\n' || char.IsUpper(after[0])) ? " . " : " ";
    });

    [GeneratedRegex("“[^”]*”|\"[^\"]*\"|`[^`]*`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quote();

    [GeneratedRegex(@"\{[a-z]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
