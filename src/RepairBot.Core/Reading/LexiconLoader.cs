using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RepairBot.Core.Reading;

/// <summary>Builds a <see cref="Lexicon"/> from its YAML files. Every mistake names its file, class or rule.</summary>
public static class LexiconLoader
{
    private static readonly char[] PatternSigns = [' ', '|', '(', ')', '!', '<', '&', '?'];

    /// <summary>The lexicon of a capability: the shared words of a language and the capability's own files.</summary>
    /// <param name="language">Two-letter code; there are shared words for en, es and de.</param>
    /// <param name="capability">Folder under RepairBot.Core, such as "Coaching"; its files lie in Lexicons/{language}.</param>
    /// <exception cref="FormatException">A file is malformed.</exception>
    public static Lexicon Load(string language, string capability) =>
        Load(language, Files(language, capability));

    /// <summary>The lexicon made of given files.</summary>
    /// <param name="language">Two-letter code.</param>
    /// <param name="files">File name and YAML text.</param>
    /// <exception cref="FormatException">A file is malformed.</exception>
    public static Lexicon Load(string language, IReadOnlyList<(string Name, string Yaml)> files)
    {
        var documents = files.Select(Parse).ToArray();
        documents.SelectMany(d => d.Rules).ToList().ForEach(new Phrases(documents).WriteOut);
        var classes = Classes(language, documents);
        var matchers = new MatcherTable(classes);
        var rules = Rules(documents, new PatternParser(matchers));
        var named = classes.Names.ToDictionary(n => n, n => new WordClass(matchers.Intern('@' + n, n)), StringComparer.Ordinal);
        var spellings = documents.SelectMany(d => d.Spellings).Select(Spelling.Parse)
            .GroupBy(s => s.Written, s => s.Spelling, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(s => s.Limits).ToArray(), StringComparer.Ordinal);
        var (book, entries) = Entries(rules, matchers, documents, spellings);
        var endings = entries.Where(e => e.Key.Length > 1 && e.Key[0] == '*').Select(e => (e.Key[1..], e.Value))
            .OrderByDescending(e => e.Item1.Length).ToArray();
        var words = entries.Where(e => e.Key[0] is not ('*' or '#')).ToFrozenDictionary(StringComparer.Ordinal);
        return new Lexicon(language, named.ToFrozenDictionary(StringComparer.Ordinal), book,
            new WordReader(words, spellings, endings, entries["#"], entries["*"], documents.Any(d => d.Keen)));
    }

    internal static (string Name, string Yaml)[] Files(string language, string capability) =>
        [.. Shared(language), .. Embedded($"{capability}/{language}/")];

    /// <summary>The shared files of a language.</summary>
    internal static (string Name, string Yaml)[] Shared(string language) => [.. Embedded($"Reading/{language}/")];

    private static IEnumerable<(string Name, string Yaml)> Embedded(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static LexiconDocument Parse((string Name, string Yaml) file)
    {
        try
        {
            return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build()
                .Deserialize<LexiconDocument>(file.Yaml) ?? new LexiconDocument();
        }
        catch (YamlException e)
        {
            throw new FormatException($"{file.Name} ({e.Start.Line}:{e.Start.Column}): {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static ClassTable Classes(string language, LexiconDocument[] documents)
    {
        var classes = new ClassTable(language == "en", documents.SelectMany(OrdinaryWords));
        foreach (var line in documents.SelectMany(d => d.Verbs))
        {
            classes.AddVerb(line);
        }

        foreach (var verb in documents.SelectMany(d => d.Regular.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            classes.Meet('~' + verb);
        }

        foreach (var (name, entry) in documents.SelectMany(d => d.Classes))
        {
            classes.AddClass(name, entry);
            classes.Meet(entry.Words ?? "");
        }

        foreach (var pattern in documents.SelectMany(d => d.Rules).SelectMany(Patterns))
        {
            classes.Meet(pattern, PatternSigns);
        }

        classes.AddVerbClasses();
        return classes;
    }

    private static string[] OrdinaryWords(LexiconDocument document) => document.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Patterns(RuleEntry r) => [.. r.Match, .. r.Unless, .. r.With, .. r.UnlessText, .. r.WithText];

    private static ImmutableArray<Rule> Rules(LexiconDocument[] documents, PatternParser parser)
    {
        var rules = documents.SelectMany(d => d.Rules)
            .Select((entry, index) => new Rule(entry, index, patterns => [.. patterns.Select(p => Parse(parser, entry, p))])).ToImmutableArray();
        var twice = rules.GroupBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? rules : throw new FormatException($"Rule '{twice.Key}' is there twice.");
    }

    private static Pattern Parse(PatternParser parser, RuleEntry rule, string pattern)
    {
        try
        {
            return parser.Parse(pattern);
        }
        catch (FormatException e)
        {
            throw new FormatException($"Rule '{rule.Id}': {e.Message}", e);
        }
    }

    private static (RuleBook Book, Dictionary<string, WordEntry> Entries) Entries(
        ImmutableArray<Rule> rules, MatcherTable matchers, LexiconDocument[] documents, FrozenDictionary<string, Spelling[]> spellings)
    {
        var entries = new Dictionary<string, WordEntry>(StringComparer.Ordinal);
        WordEntry Entry(string word) => entries.TryGetValue(word, out var e) ? e : entries[word] = new WordEntry(word, matchers.Words.Count);
        for (var id = 0; id < matchers.Words.Count; id++)
        {
            foreach (var word in matchers.Words[id])
            {
                Entry(word).Meets.Add(id);
            }
        }

        var ordinary = documents.SelectMany(OrdinaryWords);
        foreach (var word in spellings.Values.SelectMany(s => s).SelectMany(s => s.Words).Concat(ordinary).Concat(["#", "*"]))
        {
            Entry(word);
        }

        return (Book(rules, matchers, entries), entries);
    }

    private static RuleBook Book(ImmutableArray<Rule> rules, MatcherTable matchers, Dictionary<string, WordEntry> entries)
    {
        ImmutableArray<(Rule Rule, Pattern Pattern)> patterns = [.. rules.SelectMany(r => r.Match.Select(p => (r, p)))];
        var openings = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        var any = new List<int>();
        for (var i = 0; i < patterns.Length; i++)
        {
            if (patterns[i].Pattern.Openings() is not { } first)
            {
                any.Add(i);
                continue;
            }

            foreach (var word in first.SelectMany(m => matchers.Words[m]))
            {
                (openings.TryGetValue(word, out var set) ? set : openings[word] = []).Add(i);
            }
        }

        foreach (var (word, set) in openings)
        {
            entries[word].Openings = [.. set];
        }

        return new RuleBook(rules, patterns, [.. any]);
    }
}
