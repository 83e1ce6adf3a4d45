using System.Collections.Immutable;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>
/// Counts the reasons and circumstances of a draft. Three or more, or more than there is of everything else, explain too much; one short
/// reason does not.
/// </summary>
internal static class ReasonReader
{
    private const int TooMany = 3;
    private const int ShortestClause = 3;
    private const int OpeningWords = 3;

    public static IEnumerable<Finding<Fault>> Read(RuleFindings findings, ImmutableArray<Finding<Component>> components)
    {
        var text = findings.Text;
        var covered = Covered(findings);
        var reasons = new List<Clause>();
        var longest = new List<Clause>();
        var gap = 0;
        foreach (var clause in text.Clauses)
        {
            if (IsReason(findings, clause, covered))
            {
                reasons.Add(clause);
                gap = 0;
            }
            else if (++gap > 2 && reasons.Count > 0)
            {
                longest = reasons.Count > longest.Count ? reasons : longest;
                reasons = [];
            }
        }

        longest = reasons.Count > longest.Count ? reasons : longest;
        if (longest.Count >= TooMany + (components.Length > 3 ? 1 : 0))
        {
            yield return new Finding<Fault>(Fault.Overexplaining, text.Span(longest[0].First, longest[^1].End), "reasons.many");
        }
    }

    // Words that already count as owning, effect, understanding, change or invitation are no reasons.
    private static bool[] Covered(RuleFindings findings)
    {
        var covered = new bool[findings.Text.Tokens.Length];
        foreach (var match in findings.Matches)
        {
            if (Names<Component>.Find(match.Rule.Kind) is { } component && component is not (Component.Ownership or Component.SpecificEvent)
                || match.Rule.Kind is "no_reason")
            {
                covered.AsSpan(match.First, match.End - match.First).Fill(true);
            }
        }

        return covered;
    }

    private static bool IsReason(RuleFindings findings, Clause clause, bool[] covered)
    {
        if (clause.End - clause.First < ShortestClause || covered.AsSpan(clause.First, clause.End - clause.First).Contains(true)
            || clause.Subject == Person.Second || clause.Conditional
            || (clause.Tense != Tense.Past && !GivesGround(findings, clause))
            || findings.Text.Tokens[clause.First].Has(TokenTraits.Question))
        {
            return false;
        }

        var reason = findings.Matches.Any(m => m.Rule.Kind == "reason" && m.First >= clause.First && m.First < clause.First + OpeningWords);
        return reason && (GivesGround(findings, clause) || !findings.Matches.Any(m => m.Rule.Kind == "specific_event" && m.First >= clause.First && m.First < clause.End));
    }

    // The act itself is no reason for it, but an act after "because" or "then" is.
    private static bool GivesGround(RuleFindings findings, Clause clause) =>
        clause.Lead is not null && findings.Text.Tokens[clause.First].Is(findings.Lexicon.Class("ground"));
}
