using System.Collections.Immutable;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>Finds which parts of a repair a draft holds.</summary>
internal static class ComponentReader
{
    private const int OpeningWords = 3;

    /// <returns>At most one finding a kind, in the order of <see cref="Component"/>.</returns>
    public static ImmutableArray<Finding<Component>> Read(RuleFindings findings)
    {
        var found = ImmutableArray.CreateBuilder<Finding<Component>>();
        foreach (var component in Enum.GetValues<Component>())
        {
            if (Rule(findings, component) is { } match)
            {
                found.Add(new Finding<Component>(component, match.Span, match.Rule.Id));
            }
            else if (component == Component.Impact && found.Count > 0 && AfterAct(findings) is { } clause)
            {
                found.Add(new Finding<Component>(component, findings.Text.Span(clause.First, clause.End), "impact.after-act"));
            }
        }

        return found.ToImmutable();
    }

    // An effect under an "if" is a guess, not a fact.
    private static RuleMatch? Rule(RuleFindings findings, Component component)
    {
        foreach (var match in findings.OfKind(Names<Component>.Of(component)))
        {
            if (component != Component.Impact || !findings.Text.Clauses[findings.Text.Tokens[match.First].Clause].Conditional)
            {
                return match;
            }
        }

        return null;
    }

    // "I gave your seat away. You stood for two hours.": what the other did after the writer's act is what the act did to them,
    // unless it is what they asked, said or did first, or is held against them.
    private static Clause? AfterAct(RuleFindings findings)
    {
        var text = findings.Text;
        var own = findings.Lexicon.Class("not-effect");
        var act = findings.OfKind("specific_event").Concat(findings.OfKind("ownership")).Select(m => text.Tokens[m.First].Clause).DefaultIfEmpty(int.MaxValue).Min();
        for (var i = 0; i < text.Clauses.Length; i++)
        {
            var clause = text.Clauses[i];
            if (i > act && IsAboutOther(findings, clause) && clause is { Tense: Tense.Past or Tense.Perfect, Conditional: false, Lead: null or "and" or "so" or "then" }
                && !Any(text, clause, t => t.Is(own) || t.Has(TokenTraits.Quoted | TokenTraits.Question))
                && !findings.Matches.Any(m => m.First < clause.End && m.End > clause.First && Names<Fault>.Find(m.Rule.Kind) is not null))
            {
                return clause;
            }
        }

        return null;
    }

    // "you stood", "your daughter missed her train"
    private static bool IsAboutOther(RuleFindings findings, Clause clause) =>
        clause.Subject == Person.Second
        || (clause.Subject == Person.Third && Any(findings.Text, clause with { End = Math.Min(clause.End, clause.First + OpeningWords) }, t => t.Is(findings.Lexicon.Class("your"))));

    private static bool Any(ReadText text, Clause clause, Func<Token, bool> test)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (test(text.Tokens[i]))
            {
                return true;
            }
        }

        return false;
    }
}
