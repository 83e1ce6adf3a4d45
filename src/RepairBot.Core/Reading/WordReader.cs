using System.Collections.Frozen;

namespace RepairBot.Core.Reading;

/// <summary>Turns written words into plain ones: slang, contractions, look-alike signs, drawn-out letters, typing slips.</summary>
internal sealed class WordReader(
    FrozenDictionary<string, WordEntry> entries,
    FrozenDictionary<string, Spelling[]> spellings,
    (string Ending, WordEntry Entry)[] endings,
    WordEntry number,
    WordEntry other,
    bool keen)
{
    private const int EnoughDisguisedWords = 2;
    private readonly VocabularySearch _search = new(LikelyFirst(entries, keen).Concat(spellings.Keys), keen);

    public List<Token> Read(string text)
    {
        var pieces = Pieces.Of(text);
        var disguised = pieces.Count(p => Leet.IsDisguised(p.Folded) && Undone(p.Folded) is not null) >= EnoughDisguisedWords;
        var tokens = new List<Token>(pieces.Count + 8);
        for (var i = 0; i < pieces.Count; i++)
        {
            var next = i + 1 < pieces.Count && pieces[i + 1].Before == Boundary.None ? Bare(pieces[i + 1].Folded) : "";
            var name = pieces[i].Before != Boundary.Hard && IsName(text, pieces[i].Span);
            var before = pieces[i].Before;
            foreach (var word in Plain(pieces[i].Folded, next, disguised, name))
            {
                tokens.Add(TokenOf(pieces[i], word, before));
                before = Boundary.None;
            }
        }

        return tokens;
    }

    // Where slips are mended keenly, a word that more rules ask for is the likelier one.
    private static IEnumerable<string> LikelyFirst(FrozenDictionary<string, WordEntry> entries, bool keen) =>
        keen
            ? entries.OrderByDescending(entry => entry.Value.Meets.Count).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key)
            : entries.Keys;

    private Token TokenOf(Piece piece, string word, Boundary before) => new()
    {
        Span = piece.Span,
        Word = word,
        Before = before,
        Traits = (piece.Quoted ? TokenTraits.Quoted : TokenTraits.None) | (piece.Asked ? TokenTraits.Question : TokenTraits.None),
        Entry = EntryOf(word),
    };

    private WordEntry EntryOf(string word)
    {
        if (entries.TryGetValue(word, out var entry))
        {
            return entry;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return number;
        }

        foreach (var (ending, ended) in endings)
        {
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return ended;
            }
        }

        return other;
    }

    private string[] Plain(string written, string next, bool disguised, bool name) =>
        Known(written, next)
        ?? Contraction(written, next, disguised, name)
        ?? Undone(written, next, disguised)
        ?? (char.IsAsciiDigit(written[0]) ? (string[])[written] : null)
        ?? (Leet.IsDrawnOut(written) ? Known(Leet.Shorten(written, 2), next) ?? Known(Leet.Shorten(written, 1), next) : null)
        ?? (name ? null : Mended(written, next))
        ?? [written];

    private string[]? Known(string written, string next)
    {
        if (spellings.TryGetValue(written, out var options))
        {
            foreach (var option in options)
            {
                if (option.Counts(next))
                {
                    return option.Words;
                }
            }
        }

        return entries.ContainsKey(written) ? (string[])[written] : null;
    }

    private string[]? Contraction(string written, string next, bool disguised, bool name)
    {
        var mark = written.LastIndexOf('\'');
        if (mark <= 0)
        {
            return null;
        }

        if (Leet.IsDisguised(written))
        {
            return Plain(Leet.Undo(written, 'i'), next, disguised, name);
        }

        var ending = written[(mark + 1)..];
        if (ending == "t" && mark > 1 && written[mark - 1] == 'n')
        {
            return [.. Plain(written[..(mark - 1)], next, disguised, name), "not"];
        }

        var tail = ending switch
        {
            "m" => "am",
            "re" => "are",
            "ve" => "have",
            "ll" => "will",
            "d" => "'d",
            "s" => "'s",
            _ => null,
        };
        return tail is null
            ? Plain(written.Replace("'", "", StringComparison.Ordinal), next, disguised, name)
            : (string[])[.. Plain(written[..mark], next, disguised, name), tail];
    }

    private string? Undone(string written)
    {
        foreach (var one in "il")
        {
            var undone = Leet.Undo(written, one);
            if (undone != written && (entries.ContainsKey(undone) || spellings.ContainsKey(undone)))
            {
                return undone;
            }
        }

        return null;
    }

    // Digits alone are letters only where other words are disguised too.
    private string[]? Undone(string written, string next, bool disguised)
    {
        if (written.All(char.IsLetter) || (!disguised && written.All(char.IsAsciiDigit)))
        {
            return null;
        }

        return Undone(written) is { } undone ? Known(undone, next)
            : Leet.IsDisguised(written) ? (string[])[Leet.Undo(written, 'i')]
            : null;
    }

    private string[]? Mended(string written, string next) =>
        written.All(char.IsLetter) && _search.Nearest(written, !keen && LooksOrdinary(written)) is { } known ? Known(known, next) : null;

    // An unknown verb in the past, or a known word with an s.
    private bool LooksOrdinary(string written) =>
        EntryOf(written) != other || (written.EndsWith('s') && entries.ContainsKey(written[..^1]));

    private static string Bare(string written) => Leet.IsDisguised(written) ? Leet.Undo(written, 'i') : written;

    private static bool IsName(string text, TextSpan span) =>
        char.IsUpper(text[span.Start]) && span.Length > 1 && !char.IsUpper(text[span.Start + 1]);
}
