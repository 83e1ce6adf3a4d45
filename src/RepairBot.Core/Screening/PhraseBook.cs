using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using RepairBot.Core.Reading;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RepairBot.Core.Screening;

/// <summary>Finds phrases that are explicit word for word.</summary>
internal sealed class PhraseBook
{
    private readonly FrozenDictionary<string, ImmutableArray<(string[] Words, Entry Entry)>> byFirstWord;

    private PhraseBook(IEnumerable<Entry> entries) =>
        byFirstWord = entries
            .SelectMany(entry => entry.Phrases.Select(phrase => (Words: Words(phrase).Select(word => word.Text).ToArray(), Entry: entry)))
            .GroupBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    public static PhraseBook BuiltIn()
    {
        var assembly = typeof(PhraseBook).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Screening/", StringComparison.Ordinal));
        return new PhraseBook(names.SelectMany(name =>
        {
            using var stream = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return Load(stream);
        }));
    }

    public ImmutableArray<RiskFinding> Read(string text, string language)
    {
        var words = Words(text);
        var findings = ImmutableArray.CreateBuilder<RiskFinding>();
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var (phrase, entry) in byFirstWord.GetValueOrDefault(words[at].Text, []))
            {
                if (Matches(words, at, phrase))
                {
                    var last = words[at + phrase.Length - 1];
                    var span = new TextSpan(words[at].Start, last.Start + last.Text.Length - words[at].Start);
                    findings.Add(new RiskFinding(entry.Risk, entry.Direction, span, entry.Rule));
                }
            }
        }

        return findings.ToImmutable();
    }

    private static bool Matches(List<(string Text, int Start)> words, int at, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (at + i >= words.Count || words[at + i].Text != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    // "I'm" is read as "im": half of what people type has no apostrophe.
    private static List<(string Text, int Start)> Words(string text)
    {
        var words = new List<(string, int)>();
        var word = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = word.Length == 0 ? i : start;
                word.Append(char.ToLowerInvariant(text[i]));
            }
            else if (word.Length > 0 && !(i < text.Length && text[i] is '\'' or '\u2019'))
            {
                words.Add((word.ToString(), start));
                word.Clear();
            }
        }

        return words;
    }

    private static List<Entry> Load(TextReader yaml) => new DeserializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance)
        .Build()
        .Deserialize<List<Entry>>(yaml);

    private sealed class Entry
    {
        public required string Rule { get; init; }

        public Risk Risk { get; init; }

        public RiskDirection Direction { get; init; }

        public required List<string> Phrases { get; init; }
    }
}
