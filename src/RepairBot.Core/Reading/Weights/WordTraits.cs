namespace RepairBot.Core.Reading.Weights;

/// <summary>
/// What is weighed of a text: its words, pairs of words, stems and who each clause is about. Each trait is a short readable name, such as
/// <c>they&gt;lock</c>. No such name begins with '[': a capability may add signs of its own as <c>[sign]</c>.
/// </summary>
internal static class WordTraits
{
    private const int Stem = 5;
    private const string Start = "^";
    private const string End = "$";

    /// <summary>The traits of a stretch of a text, each once.</summary>
    /// <param name="text">The text as read.</param>
    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index after the last token.</param>
    public static HashSet<string> Of(ReadText text, int first, int end)
    {
        var traits = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
        {
            AddWords(traits, text, i, first, end);
            AddClause(traits, text.Clauses[text.Tokens[i].Clause], text.Tokens[i].Word);
        }

        return traits;
    }

    // A word with its neighbours in the sentence, one of them left out too: "made _ say".
    private static void AddWords(HashSet<string> traits, ReadText text, int at, int first, int end)
    {
        var word = text.Tokens[at].Word;
        var before = at == first || text.Tokens[at].Before == Boundary.Hard ? Start : text.Tokens[at - 1].Word;
        var after = at + 1 == end || text.Tokens[at + 1].Before == Boundary.Hard ? End : text.Tokens[at + 1].Word;
        traits.Add(word);
        traits.Add($"{before} {word}");
        traits.Add(after == End ? $"{word} {End}" : $"{before} _ {after}");
        if (word.Length > Stem)
        {
            traits.Add($"{word.AsSpan(0, Stem)}-");
        }
    }

    private static void AddClause(HashSet<string> traits, Clause clause, string word)
    {
        var who = Who(clause);
        traits.Add($"{who}>{word}");
        if (clause.Negated)
        {
            traits.Add($"not {who}>{word}");
        }

        if (clause.Conditional)
        {
            traits.Add($"if>{word}");
        }
    }

    /// <summary>Who a clause is about, as the names of traits say it.</summary>
    public static string Who(Clause clause) => clause.Subject switch
    {
        Person.First => "I",
        Person.FirstPlural => "we",
        Person.Second => "you",
        Person.Third => "they",
        Person.None => "-",
    };
}
