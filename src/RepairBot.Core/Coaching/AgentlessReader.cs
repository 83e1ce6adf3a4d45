using System.Collections.Immutable;

namespace RepairBot.Core.Coaching;

/// <summary>Harm in the passive is evasive only where the draft names nobody: "you were benched" is fine beside "I told coach".</summary>
internal static class AgentlessReader
{
    public static IEnumerable<Finding<Fault>> Read(RuleFindings findings, ImmutableArray<Finding<Component>> components)
    {
        if (components.Any(c => c.Kind is Component.Ownership or Component.Empathy))
        {
            return [];
        }

        return findings.OfKind("passive_agentless").Select(m => new Finding<Fault>(Fault.PassiveVoiceEvasion, m.Span, m.Rule.Id));
    }
}
