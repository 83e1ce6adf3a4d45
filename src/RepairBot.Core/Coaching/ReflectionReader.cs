using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>Reads whether a reflection gives back what was said: their words, a feeling, a check, and no rebuttal. Pure.</summary>
public static class ReflectionReader
{
    private static readonly FrozenSet<string> Kinds =
        Names<ReflectionConcern>.All.Concat(["feeling", "check"]).ToFrozenSet();

    private const int ShortestContentWord = 4;

    /// <param name="text">The reflection.</param>
    /// <param name="heard">What the other said; empty when it was not written down.</param>
    /// <param name="language">A code such as "en".</param>
    public static ReflectionReading Read(string text, string heard = "", string language = "en")
    {
        var findings = RuleFindings.Of(text, language, Kinds);
        var feeling = findings.First("feeling");
        var check = findings.First("check");
        if (findings.Whole is not { } whole)
        {
            return new ReflectionReading([], null, null, 0);
        }

        var concerns = ImmutableArray.CreateBuilder<Finding<ReflectionConcern>>();
        foreach (var concern in new[] { ReflectionConcern.Rebuttal, ReflectionConcern.Advice, ReflectionConcern.Why })
        {
            if (findings.OfKind(Names<ReflectionConcern>.Of(concern)).Select(m => (RuleMatch?)m).FirstOrDefault() is { } match)
            {
                concerns.Add(new Finding<ReflectionConcern>(concern, match.Span, match.Rule.Id));
            }
        }

        if (feeling is null)
        {
            concerns.Add(new Finding<ReflectionConcern>(ReflectionConcern.NoFeeling, whole, "reflect.no-feeling"));
        }

        if (check is null)
        {
            concerns.Add(new Finding<ReflectionConcern>(ReflectionConcern.NoCheck, whole, "reflect.no-check"));
        }

        return new ReflectionReading(concerns.ToImmutable(), feeling, check, Echoed(findings, heard));
    }

    private static int Echoed(RuleFindings findings, string heard)
    {
        var small = findings.Lexicon.Class("small-word");
        var said = findings.Lexicon.Read(heard).Tokens.Where(t => t.Word.Length >= ShortestContentWord && !t.Is(small)).Select(t => Stem(t.Word)).ToHashSet(StringComparer.Ordinal);
        return findings.Text.Tokens.Select(t => Stem(t.Word)).Distinct(StringComparer.Ordinal).Count(said.Contains);
    }

    // Enough to see "waited" in "waiting".
    private static string Stem(string word) => word.Length > ShortestContentWord ? word[..ShortestContentWord] : word;
}
