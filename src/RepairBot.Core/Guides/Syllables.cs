using System.Collections.Frozen;

namespace RepairBot.Core.Guides;

/// <summary>
/// Counts the syllables of an English word as it is spoken in everyday speech: groups of vowels, less the silent ones, plus those that
/// two vowels hide, with a list of exceptions. Parts of a hyphenated word are added up; a number counts one a digit.
/// </summary>
internal static class Syllables
{
    // A final "e" of one of these stays silent inside a longer word: some-how, time-line.
    private static readonly string[] Starts =
        ["care", "frame", "home", "hope", "life", "like", "make", "note", "safe", "side", "some", "stone", "there", "time"];

    // An "e" in front of one of these is silent: love-ly, hope-ful, state-ment; but set-tle-ment.
    private static readonly string[] Ends = ["ful", "fully", "less", "ly", "ment", "ments", "ness"];

    private static readonly FrozenDictionary<string, int> Exceptions = new (int Count, string Words)[]
    {
        (1, "can't don't won't aren't weren't i'll you'll we'll they'll she'll he'll pier priest tier tongue"),
        (2, "business create creates dms elsewhere embed evening evenings every fluid hundred lion maybe naked ok people pm poem poems "
            + "poet react reacts reuse reused rhythm ruin ruins sacred science soldier tired wednesday wednesdays"),
        (3, "anyone area areas beforehand behavior behaviors behaviour behaviours coercion coercive complement created creating creative "
            + "element elements everyone familiar genuine idea ideas implement persuaded reacted reacting reaction reactions realise "
            + "realised realize realized reassure reassured recipe recipes reopen reorder sarcasm scientist suicide video videos whoever"),
        (4, "cooperate coordinate intuition realising realistic reality realizing reassurance reassuring reopening suicidal"),
    }.SelectMany(group => group.Words.Split(' '), (group, word) => KeyValuePair.Create(word, group.Count)).ToFrozenDictionary();

    /// <summary>Syllables of a word with whatever stands around it; 0 where there is no letter and no digit.</summary>
    public static int Of(string word) => word.ToLowerInvariant().Replace('’', '\'').Split('-').Sum(OfPart);

    private static int OfPart(string part)
    {
        var word = new string([.. part.Where(letter => char.IsLetter(letter) || letter == '\'')]).Trim('\'');
        var digits = part.Count(char.IsDigit);
        return digits + (word.Length == 0 ? 0 : OfLetters(word));
    }

    private static int OfLetters(string word)
    {
        if (Exceptions.TryGetValue(word, out var known))
        {
            return known;
        }

        var mark = word.IndexOf('\'');
        if (mark < 0)
        {
            return OfPlain(word);
        }

        if (word.EndsWith("n't", StringComparison.Ordinal) && word.Length > 3)
        {
            return OfLetters(word[..^3]) + 1;
        }

        return OfLetters(word[..mark]) + Ending(word[..mark], word[(mark + 1)..]);
    }

    // "that'll", "would've", "it'd" and "boss's" have a syllable more than the word they end; "you'll" and "Sam's" have not.
    private static int Ending(string word, string ending) => ending switch
    {
        "ll" or "ve" => IsVowel(word[^1]) || word[^1] == 'y' ? 0 : 1,
        "d" => word[^1] is 't' or 'd' ? 1 : 0,
        "s" => word is [.., 's' or 'x' or 'z'] or [.., 's' or 'c' or 'g' or 'z', 'e'] or [.., 's' or 'c', 'h'] ? 1 : 0,
        "re" or "m" => 0,
        _ => OfPlain(ending),
    };

    private static int OfPlain(string word)
    {
        var bare = WithoutInnerSilence(word);
        return Math.Max(1, Groups(bare) - SilentEnding(bare) + SpokenApart(bare));
    }

    private static string WithoutInnerSilence(string word)
    {
        if (word.StartsWith("every", StringComparison.Ordinal))
        {
            return "evry" + word[5..];
        }

        foreach (var start in Starts)
        {
            if (word.StartsWith(start, StringComparison.Ordinal) && word[start.Length..] is [var next, _, ..] rest
                && !IsVowel(next) && Groups(rest) > 0)
            {
                word = start[..^1] + rest;
            }
        }

        foreach (var end in Ends)
        {
            if (word.EndsWith("e" + end, StringComparison.Ordinal) && word[..^(end.Length + 1)] is [.., var before, var last] stem
                && !IsVowel(last) && !(last == 'l' && !IsVowel(before)) && Groups(stem) > 0)
            {
                return stem + end;
            }
        }

        return word;
    }

    // Runs of vowels. The "u" of "qu" is none, nor is a "y" in front of a vowel where a word or a syllable starts: you, be-yond.
    private static int Groups(string word)
    {
        var groups = 0;
        for (var at = 0; at < word.Length; at++)
        {
            groups += Sounds(word, at) && !(at > 0 && Sounds(word, at - 1)) ? 1 : 0;
        }

        return groups;
    }

    private static bool Sounds(string word, int at) => word[at] switch
    {
        'u' => at == 0 || word[at - 1] != 'q',
        'y' => !(at + 1 < word.Length && IsVowel(word[at + 1]) && (at == 0 || IsVowel(word[at - 1]))),
        var letter => IsVowel(letter),
    };

    // hope, times, called; but table, changes, wanted and settled sound their last "e".
    private static int SilentEnding(string word) => word switch
    {
        [.., var before, var l, 'e'] when l == 'l' && !IsVowel(before) && before != 'y' => 0,
        [.., var before, 'e'] when !Sounds(word, word.Length - 2) && before != 'e' => 1,
        [.., var before, 'g', 'u', 'e'] when IsVowel(before) => 1,
        [.., var before, 'l', 'e', 's'] when !IsVowel(before) && before != 'y' => 0,
        [.., 's' or 'x' or 'z' or 'c' or 'g', 'e', 's'] => 0,
        [.., 's' or 'c', 'h', 'e', 's'] => 0,
        [.., _, 'e', 's'] when !Sounds(word, word.Length - 3) => 1,
        [.., 't' or 'd', 'e', 'd'] => 0,
        [.., 'b' or 'd' or 'f' or 'g' or 'k' or 'p' or 't' or 'z', 'l', 'e', 'd'] => 0,
        [.., _, 'e', 'd'] when !Sounds(word, word.Length - 3) => 1,
        _ => 0,
    };

    // Two vowels side by side that are two syllables: do-ing, vi-olent, qui-et, usu-al.
    private static int SpokenApart(string word)
    {
        var apart = word.EndsWith("ism", StringComparison.Ordinal) || word.EndsWith("isms", StringComparison.Ordinal) ? 1 : 0;
        for (var at = 0; at + 1 < word.Length; at++)
        {
            var before = at == 0 ? ' ' : word[at - 1];
            apart += Sounds(word, at) && Sounds(word, at + 1) && Apart(before, word.AsSpan(at)) ? 1 : 0;
        }

        return apart;
    }

    private static bool Apart(char before, ReadOnlySpan<char> rest) => rest switch
    {
        [_, 'i', 'n', 'g', ..] => true,
        ['i', 'a', 'g', 'e', ..] => false,
        ['i', 'a', 't', 'e' or 'i', ..] => true,
        ['i', 'a', ..] => before is not ('c' or 't'),
        ['i', 'o', 'n', ..] when before is 'n' or 'l' => false,
        ['i', 'o', ..] => before is not ('t' or 's' or 'c' or 'g' or 'x' or 'h'),
        ['i', 'u', ..] => true,
        ['i', 'e', 't', ..] or ['i', 'e', 'r'] or ['i', 'e', 's', 't'] => true,
        ['i', 'e', 'n', 't' or 'c', ..] => before is not ('c' or 't'),
        ['u', 'a', ..] or ['u', 'e', 'l' or 'n', ..] => before is not 'g',
        ['u', 'o', 'u', ..] => true,
        ['e', 'u', 'm', ..] or ['e', 'o', 'u', 's', ..] => before is not ('g' or 'c'),
        _ => false,
    };

    private static bool IsVowel(char letter) => "aeiouáéíóúàèìòùâêîôûäëïöü".Contains(letter, StringComparison.Ordinal);
}
