using System.Globalization;
using System.Runtime.InteropServices;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching.Weights;

/// <summary>
/// What is weighed of a draft or a line. Each trait is a short readable name: a word, a pair of words (<c>^ sorry</c> at the start of a sentence),
/// a stem (<c>forgi-</c>), who a clause with the word is about (<c>you&gt;made</c>), and in brackets who a clause is about and when
/// (<c>[because I past]</c>), two clauses in a row (<c>[I past|you past]</c>), how much there is (<c>[words 60+]</c>) and which kind of reviewed
/// rule fired (<c>[rule blame_shift]</c>).
/// </summary>
internal sealed class CoachingTraits
{
    private const int Stem = 5;
    private static readonly int[] Lengths = [4, 8, 15, 30, 45, 60, 80, 100, 130];
    private static readonly int[] Counts = [1, 2, 3, 5, 7, 9];

    private readonly RuleFindings findings;
    private readonly int[][] words;
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <param name="findings">A text and what the rules found in it.</param>
    public CoachingTraits(RuleFindings findings)
    {
        this.findings = findings;
        words = new int[findings.Text.Tokens.Length][];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = OfWord(findings.Text, i);
        }

        Whole = Of(0, words.Length);
        Parts = [.. Weights.Parts.Of(findings.Text).Select(part => Of(part.First, part.End))];
    }

    /// <summary>The traits by their numbers.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The numbers of the traits of the whole text, each once.</summary>
    public int[] Whole { get; }

    /// <summary>The numbers of the traits of each of <see cref="Weights.Parts.Of"/>, each once.</summary>
    public IReadOnlyList<int[]> Parts { get; }

    private int[] Of(int first, int end)
    {
        var traits = new HashSet<int>((end - first) * 6);
        for (var i = first; i < end; i++)
        {
            traits.UnionWith(words[i]);
        }

        if (end > first)
        {
            AddClauses(traits, first, end);
            AddSteps(traits, "words", end - first, Lengths);
        }

        foreach (var match in findings.Matches)
        {
            if (match.First < end && match.End > first)
            {
                traits.Add(NumberOf($"[rule {match.Rule.Kind}]"));
            }
        }

        return [.. traits];
    }

    private int NumberOf(string trait)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, trait, out var known);
        if (!known)
        {
            number = names.Count;
            names.Add(trait);
        }

        return number;
    }

    private int[] OfWord(ReadText text, int at)
    {
        var word = text.Tokens[at].Word;
        var before = text.Tokens[at].Before == Boundary.Hard ? "^" : text.Tokens[at - 1].Word;
        var own = NumberOf(word);
        return
        [
            own,
            NumberOf($"{before} {word}"),
            NumberOf($"{Who(text.Clauses[text.Tokens[at].Clause])}>{word}"),
            word.Length > Stem ? NumberOf($"{word.AsSpan(0, Stem)}-") : own,
            at + 1 == text.Tokens.Length || text.Tokens[at + 1].Before == Boundary.Hard ? NumberOf($"{word} $") : own,
        ];
    }

    private void AddClauses(HashSet<int> traits, int first, int end)
    {
        var text = findings.Text;
        var (own, other, grounds) = (0, 0, 0);
        var before = "";
        for (var i = text.Tokens[first].Clause; i <= text.Tokens[end - 1].Clause; i++)
        {
            var clause = text.Clauses[i];
            var shape = $"{Who(clause)} {When(clause)}{(clause.Negated ? " not" : "")}{(clause.Conditional ? " if" : "")}";
            traits.Add(NumberOf($"[{shape}]"));
            traits.Add(NumberOf($"[{clause.Lead} {shape}]"));
            traits.Add(NumberOf($"[{before}|{shape}]"));
            before = shape;
            own += clause.Subject == Person.First ? 1 : 0;
            other += clause.Subject == Person.Second ? 1 : 0;
            grounds += clause.Lead is "because" or "since" or "as" or "so" ? 1 : 0;
        }

        AddSteps(traits, "I", own, Counts);
        AddSteps(traits, "you", other, Counts);
        AddSteps(traits, "grounds", grounds, Counts);
    }

    private void AddSteps(HashSet<int> traits, string what, int count, int[] steps)
    {
        foreach (var step in steps)
        {
            if (step <= count)
            {
                traits.Add(NumberOf(string.Create(CultureInfo.InvariantCulture, $"[{what} {step}+]")));
            }
        }
    }

    private static string Who(Clause clause) => clause.Subject switch
    {
        Person.First => "I",
        Person.FirstPlural => "we",
        Person.Second => "you",
        Person.Third => "they",
        Person.None => "-",
    };

    private static string When(Clause clause) => clause.Tense switch
    {
        Tense.Past => "past",
        Tense.Perfect => "perfect",
        Tense.Present => "present",
        Tense.Future => "future",
        Tense.Modal => "modal",
        Tense.None => "-",
    };
}
