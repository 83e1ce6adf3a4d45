using System.Collections.Frozen;

namespace RepairBot.Core.Repairs;

/// <summary>Typed words that stand for a move, whatever the guide calls its buttons.</summary>
internal static class Phrases
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "back", "keep", "edit", "skip", "why", "example", "steady", "stop", "stop.keep", "stop.private", "stop.delete", "hide", "help", "safety",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The move a text names and nothing else; null when it says anything more.</summary>
    public static string? MoveOf(string text)
    {
        var bare = text.AsSpan().Trim().TrimStart('/').TrimEnd(['.', '!', '?', ' ']);
        return Lookup.TryGetValue(bare, out var move) ? move : null;
    }
}
