using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RepairBot.Core.Coaching;

/// <summary>Reads whether an intended act can be kept and seen. Pure and safe from any thread.</summary>
public static class ActionReader
{
    private static readonly FrozenSet<string> Kinds =
        Names<ActionConcern>.All.Concat(["doing", "when"]).ToFrozenSet();

    private static readonly ActionConcern[] Seen = [ActionConcern.Vow, ActionConcern.Outcome, ActionConcern.Controlling, ActionConcern.Several];

    /// <param name="text">The act as written.</param>
    /// <param name="language">A code such as "en".</param>
    public static ActionReading Read(string text, string language = "en")
    {
        var findings = RuleFindings.Of(text, language, Kinds);
        var doing = findings.First("doing");
        var when = findings.First("when");
        if (findings.Whole is not { } whole)
        {
            return new ActionReading([], null, null);
        }

        var concerns = ImmutableArray.CreateBuilder<Finding<ActionConcern>>();
        concerns.AddRange(Seen.Select(c => Find(findings, c)).OfType<Finding<ActionConcern>>());
        if (doing is null)
        {
            concerns.Add(Find(findings, ActionConcern.Vague) ?? new Finding<ActionConcern>(ActionConcern.Vague, whole, "action.no-doing"));
        }

        if (when is null)
        {
            concerns.Add(new Finding<ActionConcern>(ActionConcern.Undated, whole, "action.no-when"));
        }

        return new ActionReading(concerns.ToImmutable(), doing, when);
    }

    private static Finding<ActionConcern>? Find(RuleFindings findings, ActionConcern concern)
    {
        foreach (var match in findings.OfKind(Names<ActionConcern>.Of(concern)))
        {
            return new Finding<ActionConcern>(concern, match.Span, match.Rule.Id);
        }

        return null;
    }
}
