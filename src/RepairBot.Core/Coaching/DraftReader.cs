using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RepairBot.Core.Coaching;

/// <summary>
/// Reads a repair draft: which parts are there and what undermines them, each with the words it was seen in. Works by fixed, reviewed
/// rules; it describes words, never the writer. Pure and safe from any thread.
/// </summary>
public static class DraftReader
{
    private static readonly FrozenSet<string> Kinds =
        Names<Component>.All.Concat(Names<Fault>.All).Concat(["turn", "turn_excuse", "turn_benign", "turn_elided", "reason", "no_reason", "passive_agentless"]).ToFrozenSet();

    /// <param name="text">The draft, of any length.</param>
    /// <param name="language">A code such as "en"; English, Spanish and German are known, anything else is read as English.</param>
    public static DraftReading Read(string text, string language = "en")
    {
        var findings = RuleFindings.Of(text, language, Kinds);
        var components = ComponentReader.Read(findings);
        var faults = findings.Matches
            .Select(m => Names<Fault>.Find(m.Rule.Kind) is { } fault ? new Finding<Fault>(fault, m.Span, m.Rule.Id) : (Finding<Fault>?)null)
            .OfType<Finding<Fault>>()
            .Concat(TurnReader.Read(findings))
            .Concat(ReasonReader.Read(findings, components))
            .Concat(AgentlessReader.Read(findings, components));
        return new DraftReading(components, Apart(faults));
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

        return [.. kept.OrderBy(f => f.Span.Start).ThenBy(f => f.Kind)];
    }
}
