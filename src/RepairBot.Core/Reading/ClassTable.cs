namespace RepairBot.Core.Reading;

/// <summary>Named sets of words. Several files may add to one class.</summary>
internal sealed class ClassTable(bool english, IEnumerable<string> ordinary)
{
    private const int ShortestWithEnding = 5;
    private readonly HashSet<string> _ordinary = [.. ordinary];
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Verb> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ClassEntry>> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _resolved = new(StringComparer.Ordinal);
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _entries.Keys;

    public void AddVerb(string line)
    {
        var verb = Verb.Irregular(line);
        _verbs[verb[VerbForm.Plain][0]] = verb;
    }

    public void AddClass(string name, ClassEntry entry)
    {
        if (!_entries.TryGetValue(name, out var entries))
        {
            _entries[name] = entries = [];
        }

        entries.Add(entry);
    }

    /// <summary>Takes note of the words and verbs a class or pattern mentions: they are known, and the verbs count as such everywhere.</summary>
    public void Meet(string words, params char[] signs)
    {
        foreach (var item in signs.Length == 0 ? words.Split((char[]?)null) : words.Split(signs))
        {
            if (item.TrimStart('-') is ['~', .. var verb])
            {
                Forms(verb, VerbForm.Any, $"'{words}'");
            }
            else
            {
                _met.Add(item.TrimStart('-'));
            }
        }
    }

    /// <summary>Declares the classes of verb forms, once all verbs are met.</summary>
    public void AddVerbClasses()
    {
        foreach (var (name, form) in new[]
        {
            ("past", VerbForm.Past), ("pp", VerbForm.Participle), ("ing", VerbForm.Ing), ("base", VerbForm.Plain), ("third", VerbForm.Third),
        })
        {
            AddClass(name, new ClassEntry { Words = string.Join(' ', _verbs.Values.SelectMany(v => v[form])) });
        }
    }

    /// <summary>The words of "word", "@class", "~verb" or "~verb.form".</summary>
    /// <exception cref="FormatException">The item is malformed or names what is not there.</exception>
    public IEnumerable<string> Item(string item, VerbForm form, string where) => item switch
    {
        ['@', .. var name] => Resolve(name, where),
        ['~', .. var verb] => Forms(verb, form, where),
        ['*', _, ..] => [item, .. WithEnding(item[1..])],
        "" => throw new FormatException($"An empty alternative in {where}."),
        _ when IsPlain(item) => [item],
        _ => throw new FormatException($"'{item}' in {where} can never be read: write words in lower case, without accents, contractions apart."),
    };

    // "*ed" also takes the known words with that ending, except ordinary ones: "dented" is known from a list and is still a verb.
    private IEnumerable<string> WithEnding(string ending) =>
        _met.Where(w => w.Length >= ShortestWithEnding && w.EndsWith(ending, StringComparison.Ordinal) && IsPlain(w) && w[0] != '*' && !_ordinary.Contains(w));

    public HashSet<string> Resolve(string name, string where)
    {
        if (_resolved.TryGetValue(name, out var done))
        {
            return done;
        }

        if (!_entries.TryGetValue(name, out var entries) || !_underWay.Add(name))
        {
            throw new FormatException($"Class '{name}' in {where} is not there or contains itself.");
        }

        var words = new HashSet<string>(StringComparer.Ordinal);
        var without = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var form = FormOf(entry.Form, name);
            foreach (var item in (entry.Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var (to, rest) = item.Length > 1 && item[0] == '-' ? (without, item[1..]) : (words, item);
                to.UnionWith(Item(rest, form, $"class '{name}'"));
            }
        }

        words.ExceptWith(without);
        _underWay.Remove(name);
        return _resolved[name] = words;
    }

    private IEnumerable<string> Forms(string verb, VerbForm form, string where)
    {
        var dot = verb.IndexOf('.', StringComparison.Ordinal);
        var plain = dot < 0 ? verb : verb[..dot];
        if (!_verbs.TryGetValue(plain, out var forms))
        {
            _verbs[plain] = forms = english
                ? Verb.Regular(plain)
                : throw new FormatException($"Verb forms such as '~{verb}' in {where} are built for English only.");
        }

        return forms[dot < 0 ? form : FormOf(verb[(dot + 1)..], where)];
    }

    private static VerbForm FormOf(string? form, string where) => form switch
    {
        null => VerbForm.Any,
        "plain" => VerbForm.Plain,
        "third" => VerbForm.Third,
        "ing" => VerbForm.Ing,
        "past" => VerbForm.Past,
        "pp" => VerbForm.Participle,
        _ => throw new FormatException($"'{form}' in {where} is no verb form (plain, third, ing, past, pp)."),
    };

    private static bool IsPlain(string item) =>
        item is "'s" or "'d" or "#" or "*" || item.TrimStart('*').All(c => char.IsLetter(c) && Fold.Of(c) == c || char.IsAsciiDigit(c));
}
