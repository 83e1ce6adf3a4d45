using System.Text;

namespace RepairBot.Core.Tests.Coaching;

/// <summary>Ways a text gets worse on its way to the bot. All are fixed: the same text, the same change.</summary>
internal static class Disguise
{
    private const int TypoEvery = 8;

    public static string Of(string way, string text) => way switch
    {
        "lower case" => text.ToLowerInvariant(),
        "no punctuation" => new string([.. text.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '\'' or '’')]),
        "curly quotes" => text.Replace('\'', '’').Replace("\"", "”", StringComparison.Ordinal),
        "emoji" => text.Replace(". ", " 😭. ", StringComparison.Ordinal) + " 🙏",
        "leet" => Leet(text),
        "typos" => string.Join(' ', text.Split(' ').Select((word, i) => i % TypoEvery == TypoEvery - 1 ? Swap(word) : word)),
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    private static string Leet(string text)
    {
        var changed = new StringBuilder(text);
        foreach (var (letter, sign) in new[] { ('a', '4'), ('e', '3'), ('i', '1'), ('o', '0') })
        {
            changed.Replace(letter, sign);
        }

        return changed.ToString();
    }

    // Two letters in the middle of a longer word change places.
    private static string Swap(string word)
    {
        var middle = word.Length / 2;
        return word.Length < 5 || !word.All(char.IsLetter) ? word : $"{word[..(middle - 1)]}{word[middle]}{word[middle - 1]}{word[(middle + 1)..]}";
    }
}
