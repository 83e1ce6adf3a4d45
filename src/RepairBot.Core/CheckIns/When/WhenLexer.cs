using System.Collections.Immutable;
using RepairBot.Core.Reading;

namespace RepairBot.Core.CheckIns.When;

/// <summary>Cuts a text into words, numbers and signs, and names what each does. The longest phrase known counts.</summary>
internal static class WhenLexer
{
    private const int MostDigits = 4;

    /// <summary>The tokens; null when there is a word or a number that no time contains.</summary>
    public static ImmutableArray<WhenToken>? Read(string text, WhenWords words)
    {
        var pieces = Pieces(text);
        var tokens = ImmutableArray.CreateBuilder<WhenToken>();
        for (var at = 0; at < pieces.Count;)
        {
            if (words.Longest(pieces, at) is var (length, meaning))
            {
                tokens.AddRange(meaning);
                at += length;
            }
            else if (Other(pieces[at]) is { } token)
            {
                tokens.Add(token);
                at++;
            }
            else
            {
                return null;
            }
        }

        return tokens.ToImmutable();
    }

    private static WhenToken? Other(string piece) => piece[0] switch
    {
        >= '0' and <= '9' when piece.Length <= MostDigits =>
            new WhenToken(WhenKind.Number, int.Parse(piece, System.Globalization.CultureInfo.InvariantCulture), piece.Length),
        ':' or '.' or ',' or '/' or '-' => WhenToken.Of(piece[0]),
        _ => null,
    };

    // Plain lower-case words, runs of digits, and the signs that dates and times are written with; other signs say nothing.
    private static List<string> Pieces(string text)
    {
        var plain = string.Concat(text.Select(Plain)).Replace("o'clock", "oclock", StringComparison.Ordinal);
        foreach (var half in (string[])["a", "p"])
        {
            plain = plain.Replace($"{half}.m", $"{half}m", StringComparison.Ordinal).Replace($"{half}. m", $"{half}m", StringComparison.Ordinal);
        }

        var pieces = new List<string>();
        for (var at = 0; at < plain.Length;)
        {
            var end = at + 1;
            while (end < plain.Length && Sort(plain[at]) is 'a' or '0' && Sort(plain[end]) == Sort(plain[at]))
            {
                end++;
            }

            if (Sort(plain[at]) != ' ')
            {
                pieces.Add(plain[at..end]);
            }

            at = end;
        }

        return pieces;
    }

    private static string Plain(char c) => Fold.Of(c) switch
    {
        Fold.Nothing => "",
        'ß' => "ss",
        var plain => plain.ToString(),
    };

    private static char Sort(char c) => c switch
    {
        >= '0' and <= '9' => '0',
        ':' or '.' or ',' or '/' or '-' => '.',
        _ when char.IsLetter(c) || char.IsSurrogate(c) => 'a',
        _ => ' ',
    };
}
