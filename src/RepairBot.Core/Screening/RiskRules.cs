using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Screening;

/// <summary>
/// The reviewed rules of one language. Besides the risks, a rule can be of kind "innocent" (what it covers silences findings it
/// overlaps, unless their rule is firm) or "underage" (the writer says they are a child: what is done to them is then done to a child).
/// </summary>
internal sealed class RiskRules
{
    private const string Innocent = "innocent";
    private const string Underage = "underage";
    private static readonly string[] SmallWords = ["i", "me", "my", "we", "that", "det", "preposition", "negator", "be", "have"];
    private readonly Lexicon lexicon;
    private readonly FrozenDictionary<Rule, RiskMeaning> meanings;
    private readonly ImmutableArray<WordClass> smallWords;

    public RiskRules(string language)
        : this(LexiconLoader.Load(language, "Screening"))
    {
    }

    internal RiskRules(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        smallWords = [.. SmallWords.Select(lexicon.Class)];
        meanings = lexicon.Rules.Where(IsRisk).ToFrozenDictionary(rule => rule, RiskMeaning.Of);
    }

    /// <summary>Whether a rule finds a risk, instead of silencing or sharpening what others find.</summary>
    public static bool IsRisk(Rule rule) => rule.Kind is not (Innocent or Underage);

    /// <summary>Two-letter code.</summary>
    public string Language => lexicon.Language;

    public ReadText Words(string text) => lexicon.Read(text);

    /// <summary>How many words of a text are small words of this language, such as its pronouns and articles.</summary>
    public int SmallWordsIn(ReadText text)
    {
        var small = 0;
        foreach (var token in text.Tokens)
        {
            foreach (var wordClass in smallWords)
            {
                if (token.Is(wordClass))
                {
                    small++;
                    break;
                }
            }
        }

        return small;
    }

    public ImmutableArray<RiskFinding> Read(string text) => Read(Words(text));

    public ImmutableArray<RiskFinding> Read(ReadText text)
    {
        var matches = lexicon.Match(text);
        var findings = ImmutableArray.CreateBuilder<RiskFinding>();
        foreach (var match in matches)
        {
            if (meanings.TryGetValue(match.Rule, out var meaning) && (meaning.Firm || !IsInnocent(match, matches)))
            {
                findings.AddRange(meaning.Risks.Select(risk => new RiskFinding(risk.Risk, risk.Direction, match.Span, match.Rule.Id, meaning.Firm)));
            }
        }

        AddChildAtRisk(matches, findings);
        return findings.DrainToImmutable();
    }

    private static bool IsInnocent(RuleMatch match, ImmutableArray<RuleMatch> matches)
    {
        foreach (var other in matches)
        {
            if (other.First >= match.End)
            {
                return false;
            }

            if (other.Rule.Kind == Innocent && other.End > match.First)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddChildAtRisk(ImmutableArray<RuleMatch> matches, ImmutableArray<RiskFinding>.Builder findings)
    {
        var underage = matches.FirstOrDefault(match => match.Rule.Kind == Underage);
        if (underage.Rule is not null
            && findings.Any(finding => finding is { Risk: Risk.ViolenceToUser } or { Risk: Risk.CoerciveControl, Direction: RiskDirection.ToUser }))
        {
            findings.Add(new RiskFinding(Risk.ChildRisk, RiskDirection.ToUser, underage.Span, underage.Rule.Id));
        }
    }
}
