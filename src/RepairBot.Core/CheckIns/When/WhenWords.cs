using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace RepairBot.Core.CheckIns.When;

/// <summary>
/// The words for times in one language, from lines such as <c>Day 1: tomorrow, tmrw</c>: what the words do, with its number if it has one,
/// and the phrases, plain and in lower case. A phrase that does two things has a plus: <c>Day 0 + Part Evening: tonight</c>.
/// </summary>
internal sealed class WhenWords
{
    private const int LongestPhrase = 6;

    private static readonly ImmutableArray<WhenWords> All =
        [new("en", WhenEnglish.Lines), new("es", WhenSpanish.Lines), new("de", WhenGerman.Lines)];

    private readonly FrozenDictionary<string, ImmutableArray<WhenToken>> _phrases;

    private WhenWords(string language, string lines)
    {
        Language = language;
        _phrases = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(':'))
            .SelectMany(line => line[1].Split(',', StringSplitOptions.TrimEntries).Select(phrase => (Phrase: phrase, Meaning: MeaningOf(line[0]))))
            .ToFrozenDictionary(line => line.Phrase, line => line.Meaning);
    }

    public string Language { get; }

    public static IEnumerable<WhenWords> OwnFirst(string language) => All.OrderBy(words => words.Language != language);

    /// <summary>The longest phrase that starts at a piece, and what it does; null when there is none.</summary>
    public (int Length, ImmutableArray<WhenToken> Meaning)? Longest(List<string> pieces, int at)
    {
        for (var length = Math.Min(LongestPhrase, pieces.Count - at); length > 0; length--)
        {
            if (_phrases.TryGetValue(string.Join(' ', pieces.GetRange(at, length)), out var meaning))
            {
                return (length, meaning);
            }
        }

        return null;
    }

    private static ImmutableArray<WhenToken> MeaningOf(string meaning) =>
        [.. meaning.Split('+', StringSplitOptions.TrimEntries).Select(TokenOf)];

    private static WhenToken TokenOf(string meaning) => meaning.Split(' ') switch
    {
        ["Part", var part] => new WhenToken(WhenKind.Part, (int)Enum.Parse<DayPart>(part)),
        [var kind, var value] => new WhenToken(Enum.Parse<WhenKind>(kind), int.Parse(value, CultureInfo.InvariantCulture)),
        [var kind] => new WhenToken(Enum.Parse<WhenKind>(kind), 0),
        _ => throw new FormatException($"'{meaning}' is no meaning of a word."),
    };
}
