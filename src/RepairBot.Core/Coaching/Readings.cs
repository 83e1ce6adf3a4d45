using System.Collections.Immutable;

namespace RepairBot.Core.Coaching;

/// <summary>What is there in a draft and what undermines it.</summary>
/// <param name="Components">At most one finding a kind, in the order of <see cref="Component"/>.</param>
/// <param name="Faults">In the order of the text; a kind may come more than once.</param>
public sealed record DraftReading(
    ImmutableArray<Finding<Component>> Components,
    ImmutableArray<Finding<Fault>> Faults);
