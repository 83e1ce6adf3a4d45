namespace RepairBot.Core.Reading;

/// <summary>Finds the known word one typing slip away: a letter doubled, dropped, swapped or wrong.</summary>
internal sealed class VocabularySearch
{
    private const int Shortest = 3;
    private readonly int _sparing;
    private readonly Dictionary<string, int> _ranks = [];
    private readonly Dictionary<(char First, int Length), List<string>> _shelves = [];

    /// <param name="words">Known words, the most likely first.</param>
    /// <param name="keen">Whether short words are mended too.</param>
    public VocabularySearch(IEnumerable<string> words, bool keen)
    {
        _sparing = keen ? 0 : 1;
        foreach (var word in words.Where(w => w.Length >= Shortest))
        {
            var key = (word[0], word.Length);
            if (!_shelves.TryGetValue(key, out var shelf))
            {
                _shelves[key] = shelf = [];
            }

            shelf.Add(word);
            _ranks.TryAdd(word, _ranks.Count);
        }
    }

    /// <param name="word">A word that is not known.</param>
    /// <param name="plausible">Whether it looks like a form of an ordinary word: then only swapped letters are mended.</param>
    /// <returns>The known word, or null when none is one slip away.</returns>
    public string? Nearest(ReadOnlySpan<char> word, bool plausible)
    {
        if (word.Length is < Shortest or > 20)
        {
            return null;
        }

        var swapped = Swapped(word[0], word) ?? Swapped(word[1], word);
        return plausible ? swapped
            : _sparing > 0 ? swapped ?? Shorter(word) ?? Longer(word) ?? OneWrong(word)
            : Likelier(Likelier(swapped, Shorter(word)), Likelier(Longer(word), OneWrong(word)));
    }

    private string? Likelier(string? a, string? b) =>
        a is null ? b
        : b is null ? a
        : _ranks[a] <= _ranks[b] ? a : b;

    private string? Swapped(char first, ReadOnlySpan<char> word)
    {
        foreach (var known in Shelf(first, word.Length))
        {
            if (Slip.IsSwap(known, word))
            {
                return known;
            }
        }

        return null;
    }

    // Too many short words lie one letter apart to guess there.
    private string? Shorter(ReadOnlySpan<char> word)
    {
        foreach (var known in word.Length >= 4 + _sparing ? Shelf(word[0], word.Length - 1) : [])
        {
            if (Slip.IsOneMore(known, word))
            {
                return known;
            }
        }

        return null;
    }

    private string? Longer(ReadOnlySpan<char> word)
    {
        foreach (var known in word.Length >= 3 + _sparing ? Shelf(word[0], word.Length + 1) : [])
        {
            if (Slip.IsOneMore(word, known))
            {
                return known;
            }
        }

        return null;
    }

    private string? OneWrong(ReadOnlySpan<char> word)
    {
        foreach (var known in word.Length >= 4 + (2 * _sparing) ? Shelf(word[0], word.Length) : [])
        {
            if (Slip.IsOneOff(known, word))
            {
                return known;
            }
        }

        return null;
    }

    private List<string> Shelf(char first, int length) => _shelves.TryGetValue((first, length), out var shelf) ? shelf : [];
}
