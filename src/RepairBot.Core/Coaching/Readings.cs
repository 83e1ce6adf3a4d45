using System.Collections.Immutable;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>What is there in a draft and what undermines it.</summary>
/// <param name="Components">At most one finding a kind, in the order of <see cref="Component"/>.</param>
/// <param name="Faults">In the order of the text; a kind may come more than once.</param>
public sealed record DraftReading(
    ImmutableArray<Finding<Component>> Components,
    ImmutableArray<Finding<Fault>> Faults)
{
    /// <summary>Whether a component was found.</summary>
    public bool Has(Component component) => Components.Any(f => f.Kind == component);

    /// <summary>Whether a fault was found.</summary>
    public bool Has(Fault fault) => Faults.Any(f => f.Kind == fault);
}

/// <summary>What an answer to "one act for the coming days" holds.</summary>
/// <param name="Concerns">What stands in the way, in the order of <see cref="ActionConcern"/>; at most one a kind.</param>
/// <param name="Doing">The first words that name something one can be seen doing; null when there are none.</param>
/// <param name="When">The first words that name a day, time or cue; null when there are none.</param>
public sealed record ActionReading(
    ImmutableArray<Finding<ActionConcern>> Concerns, TextSpan? Doing, TextSpan? When);

/// <summary>What a reflection of the other's words holds.</summary>
/// <param name="Concerns">In the order of <see cref="ReflectionConcern"/>; at most one a kind.</param>
/// <param name="Feeling">The first feeling named; null when there is none.</param>
/// <param name="Check">The words that check with the other; null when there are none.</param>
/// <param name="Echoed">How many different content words of what was heard come again.</param>
public sealed record ReflectionReading(
    ImmutableArray<Finding<ReflectionConcern>> Concerns, TextSpan? Feeling, TextSpan? Check, int Echoed);

/// <summary>The three things that make an acknowledgement specific. Null: not found.</summary>
/// <param name="Act">Something somebody did or failed to do.</param>
/// <param name="WhenOrWhere">A time or a place.</param>
/// <param name="Effect">What it did to somebody.</param>
public sealed record SpecificityReading(TextSpan? Act, TextSpan? WhenOrWhere, TextSpan? Effect);
