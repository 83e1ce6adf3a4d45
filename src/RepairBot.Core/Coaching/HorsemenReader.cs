using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Coaching.Weights;

namespace RepairBot.Core.Coaching;

/// <summary>
/// Finds criticism, contempt, defensiveness and stonewalling in a line, by reviewed rules and, in English, by what all words weigh together. Pure
/// and safe from any thread.
/// </summary>
public static class HorsemenReader
{
    private static readonly FrozenSet<string> Kinds =
        Names<Horseman>.All.Append("horsemen_none").ToFrozenSet();

    private static readonly Lazy<LabelWeigher?> English = new(() => LabelWeigher.Of("horsemen", "en"));

    /// <param name="text">The line, of any length.</param>
    /// <param name="language">A code such as "en".</param>
    /// <returns>At most one finding a kind, in the order of <see cref="Horseman"/>.</returns>
    public static ImmutableArray<Finding<Horseman>> Read(string text, string language = "en")
    {
        var findings = Find(text, language);
        var ruled = Ruled(findings);
        return findings.Lexicon.Language == "en" && findings.Text.Tokens.Length > 0 && English.Value is { } weigher
            ? weigher.Decide(findings.Text, new CoachingTraits(findings), ruled)
            : ruled;
    }

    /// <summary>The text and what rules find in it.</summary>
    internal static RuleFindings Find(string text, string language) => RuleFindings.Of(text, language, Kinds);

    /// <summary>What the rules alone read.</summary>
    internal static ImmutableArray<Finding<Horseman>> Ruled(RuleFindings findings)
    {
        if (findings.First("horsemen_none") is not null)
        {
            return [];
        }

        var found = findings.Matches
            .Select(m => Names<Horseman>.Find(m.Rule.Kind) is { } kind ? new Finding<Horseman>(kind, m.Span, m.Rule.Id) : (Finding<Horseman>?)null)
            .OfType<Finding<Horseman>>()
            .ToArray();
        return [.. found.Where(f => !IsInsideContempt(f, found)).DistinctBy(f => f.Kind).OrderBy(f => f.Kind)];
    }

    // "Are you too dumb to read a clock?" judges a character, but the mockery is the point.
    private static bool IsInsideContempt(Finding<Horseman> finding, Finding<Horseman>[] found) =>
        finding.Kind is Horseman.Criticism or Horseman.Defensiveness
        && Array.Exists(found, f => f.Kind == Horseman.Contempt && f.Span.Overlaps(finding.Span));
}
