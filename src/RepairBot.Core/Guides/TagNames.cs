using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>
/// How a guide writes <see cref="GuideTags"/>. Values of the steps <c>side</c>, <c>kind</c> and <c>length</c> are tag names too.
/// </summary>
internal static class TagNames
{
    /// <summary>Tags of which at most one holds at a time.</summary>
    private static readonly ImmutableArray<GuideTags> OneOf =
    [
        GuideTags.HurtThem | GuideTags.HurtMe | GuideTags.Both | GuideTags.NotSure,
        GuideTags.Misunderstanding | GuideTags.Slip | GuideTags.Outburst | GuideTags.WentAway | GuideTags.KeepsHappening
            | GuideTags.SomethingElse,
        GuideTags.Brief | GuideTags.Full,
        GuideTags.Hot | GuideTags.Middle | GuideTags.Calm,
    ];

    private static readonly FrozenDictionary<string, GuideTags> ByName = new Dictionary<string, GuideTags>
    {
        ["hurt-them"] = GuideTags.HurtThem,
        ["hurt-me"] = GuideTags.HurtMe,
        ["both"] = GuideTags.Both,
        ["not-sure"] = GuideTags.NotSure,
        ["misunderstanding"] = GuideTags.Misunderstanding,
        ["slip"] = GuideTags.Slip,
        ["outburst"] = GuideTags.Outburst,
        ["went-away"] = GuideTags.WentAway,
        ["keeps-happening"] = GuideTags.KeepsHappening,
        ["something-else"] = GuideTags.SomethingElse,
        ["short"] = GuideTags.Brief,
        ["full"] = GuideTags.Full,
        ["hot"] = GuideTags.Hot,
        ["middle"] = GuideTags.Middle,
        ["calm"] = GuideTags.Calm,
        ["often"] = GuideTags.Often,
        ["no-drafting"] = GuideTags.NoDrafting,
        ["again"] = GuideTags.Again,
    }.ToFrozenDictionary();

    /// <summary>All names, in alphabetical order.</summary>
    public static ImmutableArray<string> All { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The tag of a name; null when there is none.</summary>
    public static GuideTags? Named(string name) => ByName.TryGetValue(name, out var tag) ? tag : null;

    /// <summary>True when two of the tags can never hold at once.</summary>
    public static bool Exclude(GuideTags tags) => OneOf.Any(group => int.PopCount((int)(tags & group)) > 1);

    /// <summary>True when all of <paramref name="asked"/> hold in <paramref name="known"/>.</summary>
    public static bool Hold(this GuideTags asked, GuideTags known) => (asked & known) == asked;
}
