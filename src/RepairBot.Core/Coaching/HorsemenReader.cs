using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RepairBot.Core.Coaching;

/// <summary>Finds criticism, contempt, defensiveness and stonewalling in a line. Pure and safe from any thread.</summary>
public static class HorsemenReader
{
    private static readonly FrozenSet<string> Kinds =
        Names<Horseman>.All.Append("horsemen_none").ToFrozenSet();

    /// <param name="text">The line, of any length.</param>
    /// <param name="language">A code such as "en".</param>
    /// <returns>At most one finding a kind, in the order of <see cref="Horseman"/>.</returns>
    public static ImmutableArray<Finding<Horseman>> Read(string text, string language = "en")
    {
        var findings = RuleFindings.Of(text, language, Kinds);
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
