namespace RepairBot.Core.Reading;

/// <summary>Writes out "{name}" in the patterns of rules, so that a row that many rules share stands in one place.</summary>
internal sealed class Phrases
{
    private const int Deepest = 4;
    private readonly Dictionary<string, string> _rows = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A name is there twice.</exception>
    public Phrases(IEnumerable<LexiconDocument> documents)
    {
        foreach (var (name, row) in documents.SelectMany(d => d.Phrases))
        {
            if (!_rows.TryAdd($"{{{name}}}", $"( {row} )"))
            {
                throw new FormatException($"Phrase '{name}' is there twice.");
            }
        }
    }

    /// <summary>Writes out every pattern of a rule.</summary>
    /// <exception cref="FormatException">A name is not there, or phrases contain one another.</exception>
    public void WriteOut(RuleEntry rule)
    {
        foreach (var patterns in new[] { rule.Match, rule.Unless, rule.With, rule.UnlessText, rule.WithText })
        {
            for (var i = 0; i < patterns.Count; i++)
            {
                patterns[i] = WrittenOut(patterns[i], rule.Id);
            }
        }
    }

    private string WrittenOut(string pattern, string rule)
    {
        for (var depth = 0; pattern.Contains('{', StringComparison.Ordinal); depth++)
        {
            var before = pattern;
            foreach (var (name, row) in _rows)
            {
                pattern = pattern.Replace(name, row, StringComparison.Ordinal);
            }

            if (pattern == before || depth == Deepest)
            {
                throw new FormatException($"Rule '{rule}': a phrase in '{pattern}' is not there or contains itself.");
            }
        }

        return pattern;
    }
}
