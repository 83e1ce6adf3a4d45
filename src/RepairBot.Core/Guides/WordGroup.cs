using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>A few words that belong together, in the guide's language.</summary>
/// <param name="Name">The group's name, as people read it.</param>
/// <param name="Words">The words, in order.</param>
public sealed record WordGroup(string Name, ImmutableArray<string> Words);
