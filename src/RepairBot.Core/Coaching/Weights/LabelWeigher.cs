using System.Collections.Immutable;
using RepairBot.Core.Reading;
using RepairBot.Core.Reading.Weights;

namespace RepairBot.Core.Coaching.Weights;

/// <summary>
/// Reads what no single rule names: many small signs that together speak for a label. What rules found is one sign among others.
/// </summary>
internal sealed class LabelWeigher(WeightTable table)
{
    /// <summary>What stands for the rule of a finding that was weighed.</summary>
    public const string Rule = "weighed";

    /// <summary>What a rule found stands unless the words speak against it by so much more than the threshold.</summary>
    public const double Doubt = 1;

    /// <summary>The weigher of a language; null when no table was made for it.</summary>
    /// <param name="labels">"components", "faults" or "horsemen".</param>
    /// <param name="language">Two letters.</param>
    public static LabelWeigher? Of(string labels, string language) =>
        WeightTable.Of("Coaching", $"{labels}-{language}") is { } table ? new LabelWeigher(table) : null;

    /// <summary>What stands of the findings of the rules, and what weighs enough besides: in the words of its weightiest part.</summary>
    /// <typeparam name="TKind">The labels.</typeparam>
    /// <param name="text">A text that has words.</param>
    /// <param name="traits">What is weighed of it.</param>
    /// <param name="ruled">What the rules found.</param>
    /// <param name="together">Whether a rule is doubted only where no label weighs enough by itself.</param>
    public ImmutableArray<Finding<TKind>> Decide<TKind>(ReadText text, CoachingTraits traits, IEnumerable<Finding<TKind>> ruled, bool together = false)
        where TKind : struct, Enum
    {
        var scores = PartScores.Of(table, traits);
        var parts = Parts.Of(text).ToArray();
        double[] above = [.. table.Thresholds.Take(table.Classes.Length / 2).Select((threshold, label) => scores.Of(label) - threshold)];
        var doubt = together && above.Any(one => one >= 0) ? double.MaxValue : Doubt;
        var byKind = ruled.ToLookup(finding => finding.Kind);
        var found = ImmutableArray.CreateBuilder<Finding<TKind>>();
        foreach (var kind in Enum.GetValues<TKind>())
        {
            var label = table.NumberOf(Names<TKind>.Of(kind));
            if (byKind.Contains(kind))
            {
                found.AddRange(above[label] >= -doubt ? byKind[kind] : []);
            }
            else if (above[label] >= 0)
            {
                var (first, end) = parts[scores.Weightiest(label)];
                found.Add(new Finding<TKind>(kind, text.Span(first, end), Rule));
            }
        }

        return found.DrainToImmutable();
    }
}
