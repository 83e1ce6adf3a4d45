namespace RepairBot.Core.Reading.Weights;

/// <summary>
/// Everyday words in some hundred classes of words that stand in like places: what is known of "passport" tells of "licence" too. Immutable; any
/// number of threads may read it.
/// </summary>
/// <remarks>A file has comment lines that start with '#', then a line for each class: its words, the most frequent first.</remarks>
internal sealed class WordClasses
{
    // Words by their hashes, in order: twenty thousand of them take a hundred kilobytes.
    private readonly uint[] words;
    private readonly ushort[] classes;
    private readonly string[] names;

    private WordClasses(uint[] words, ushort[] classes, string[] names) => (this.words, this.classes, this.names) = (words, classes, names);

    /// <summary>The classes of a language; null when none were made for it.</summary>
    public static WordClasses? Of(string language)
    {
        using var file = typeof(WordClasses).Assembly.GetManifestResourceStream($"Reading/{language}.classes");
        if (file is null)
        {
            return null;
        }

        using var lines = new StreamReader(file);
        return Read(lines);
    }

    /// <summary>Reads a file.</summary>
    public static WordClasses Read(TextReader file)
    {
        var firsts = new List<string>();
        var found = new List<(uint Word, ushort Class)>();
        while (file.ReadLine() is { } line)
        {
            if (line is "" or ['#', ..])
            {
                continue;
            }

            foreach (var word in line.AsSpan().Split(' '))
            {
                found.Add((Hash.Of(line.AsSpan(word)), (ushort)firsts.Count));
            }

            firsts.Add($"{{{line.Split(' ', 2)[0]}}}");
        }

        found.Sort();
        return new WordClasses([.. found.Select(one => one.Word)], [.. found.Select(one => one.Class)], [.. firsts]);
    }

    /// <summary>The class of a word, named by its most frequent word, such as "{passport}"; null when the word is not known.</summary>
    public string? NameOf(string word) => Array.BinarySearch(words, Hash.Of(word)) is >= 0 and var at ? names[classes[at]] : null;
}
