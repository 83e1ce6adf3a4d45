using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Coaching.Weights;

namespace RepairBot.Core.Coaching;

/// <summary>
/// Reads a repair draft: which parts are there and what undermines them, each with the words it was seen in. Works by reviewed rules and, in
/// English, by what all words weigh together; it describes words, never the writer. Pure and safe from any thread.
/// </summary>
public static class DraftReader
{
    private static readonly FrozenSet<string> Kinds =
        Names<Component>.All.Concat(Names<Fault>.All).Concat(["turn", "turn_excuse", "turn_benign", "turn_elided", "reason", "no_reason", "passive_agentless"]).ToFrozenSet();

    private static readonly Lazy<LabelWeigher?> EnglishComponents = new(() => LabelWeigher.Of("components", "en"));
    private static readonly Lazy<LabelWeigher?> EnglishFaults = new(() => LabelWeigher.Of("faults", "en"));

    /// <param name="text">The draft, of any length.</param>
    /// <param name="language">A code such as "en"; English, Spanish and German are known, anything else is read as English.</param>
    public static DraftReading Read(string text, string language = "en")
    {
        var findings = Find(text, language);
        var (components, faults) = Ruled(findings);
        if (findings.Lexicon.Language == "en" && findings.Text.Tokens.Length > 0)
        {
            var traits = new CoachingTraits(findings);
            components = EnglishComponents.Value?.Decide(findings.Text, traits, components) ?? components;
            faults = InOrder(EnglishFaults.Value?.Decide(findings.Text, traits, faults, together: true) ?? faults);
        }

        return new DraftReading(components, faults);
    }

    /// <summary>The text and what rules find in it.</summary>
    internal static RuleFindings Find(string text, string language) => RuleFindings.Of(text, language, Kinds);

    /// <summary>What the rules alone read.</summary>
    internal static (ImmutableArray<Finding<Component>> Components, ImmutableArray<Finding<Fault>> Faults) Ruled(RuleFindings findings)
    {
        var components = ComponentReader.Read(findings);
        var faults = findings.Matches
            .Select(m => Names<Fault>.Find(m.Rule.Kind) is { } fault ? new Finding<Fault>(fault, m.Span, m.Rule.Id) : (Finding<Fault>?)null)
            .OfType<Finding<Fault>>()
            .Concat(TurnReader.Read(findings))
            .Concat(ReasonReader.Read(findings, components))
            .Concat(AgentlessReader.Read(findings, components));
        return (components, Apart(faults));
    }

    // Two rules may see one fault in overlapping words: they become one stretch under the rule of the longer.
    private static ImmutableArray<Finding<Fault>> Apart(IEnumerable<Finding<Fault>> faults)
    {
        var kept = new List<Finding<Fault>>();
        foreach (var fault in faults.OrderByDescending(f => f.Span.Length).ThenBy(f => f.Span.Start))
        {
            var same = kept.FindIndex(k => k.Kind == fault.Kind && k.Span.Overlaps(fault.Span));
            if (same < 0)
            {
                kept.Add(fault);
            }
            else
            {
                kept[same] = kept[same] with { Span = kept[same].Span.With(fault.Span) };
            }
        }

        return InOrder(kept);
    }

    private static ImmutableArray<Finding<Fault>> InOrder(IEnumerable<Finding<Fault>> faults) => [.. faults.OrderBy(f => f.Span.Start).ThenBy(f => f.Kind)];
}
