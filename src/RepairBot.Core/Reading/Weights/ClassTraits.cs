namespace RepairBot.Core.Reading.Weights;

/// <summary>
/// What is weighed of a text beside its words: the classes of its words, alone, in pairs and under who the clause is about
/// ("they&gt;{lock}"), and what its words have in common with others of the same root or with a slip ("~isol").
/// </summary>
internal static class ClassTraits
{
    private const int Letters = 4;

    /// <summary>Adds the traits of a stretch of a text.</summary>
    /// <param name="traits">Where to.</param>
    /// <param name="text">The text as read.</param>
    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index after the last token.</param>
    /// <param name="classes">The classes of the text's language; null when there are none.</param>
    public static void Add(HashSet<string> traits, ReadText text, int first, int end, WordClasses? classes)
    {
        string? before = null;
        for (var i = first; i < end; i++)
        {
            var token = text.Tokens[i];
            var here = classes?.NameOf(token.Word);
            AddLetters(traits, token.Word);
            if (here is not null)
            {
                AddClass(traits, token.Before == Boundary.Hard ? null : before, here, text.Clauses[token.Clause]);
            }

            before = here;
        }
    }

    private static void AddLetters(HashSet<string> traits, string word)
    {
        var bounded = $"<{word}>";
        for (var at = 0; at + Letters <= bounded.Length; at++)
        {
            traits.Add($"~{bounded.AsSpan(at, Letters)}");
        }
    }

    private static void AddClass(HashSet<string> traits, string? before, string here, Clause clause)
    {
        traits.Add(here);
        if (before is not null)
        {
            traits.Add($"{before} {here}");
        }

        var who = WordTraits.Who(clause);
        traits.Add($"{who}>{here}");
        if (clause.Negated)
        {
            traits.Add($"not {who}>{here}");
        }
    }
}
