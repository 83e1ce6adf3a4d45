using System.Collections.Frozen;
using System.Text.Json;

namespace RepairBot.Core.Coaching;

/// <summary>The names of a set of kinds as files write them: "but_justification".</summary>
internal static class Names<TKind>
    where TKind : struct, Enum
{
    private static readonly FrozenDictionary<TKind, string> ByKind =
        Enum.GetValues<TKind>().ToFrozenDictionary(k => k, k => JsonNamingPolicy.SnakeCaseLower.ConvertName(k.ToString()));

    private static readonly FrozenDictionary<string, TKind> ByName = ByKind.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    public static IEnumerable<string> All => ByName.Keys;

    public static string Of(TKind kind) => ByKind[kind];

    public static TKind? Find(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;
}
