namespace RepairBot.Core.Reading;

/// <summary>Gives each distinct place of a pattern ("a|@b|~c") a number and the set of words it accepts.</summary>
internal sealed class MatcherTable(ClassTable classes)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>Words by matcher number.</summary>
    public List<IReadOnlySet<string>> Words { get; } = [];

    /// <exception cref="FormatException">An alternative is malformed or names what is not there.</exception>
    public int Intern(string alternatives, string pattern)
    {
        if (_ids.TryGetValue(alternatives, out var known))
        {
            return known;
        }

        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in alternatives.Split('|'))
        {
            words.UnionWith(classes.Item(item, VerbForm.Any, $"pattern '{pattern}'"));
        }

        Words.Add(words);
        return _ids[alternatives] = Words.Count - 1;
    }
}
