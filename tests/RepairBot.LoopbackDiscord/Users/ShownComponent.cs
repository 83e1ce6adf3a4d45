using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>Something on a message a person can use.</summary>
/// <param name="CustomId">What the bot is told; null for a link.</param>
/// <param name="IsDisabled">True when it is grey and does nothing.</param>
public abstract record ShownComponent(string? CustomId, bool IsDisabled)
{
    internal static ShownComponent Of(JsonObject component)
    {
        var id = component["custom_id"]?.ToString();
        var disabled = (bool?)component["disabled"] is true;
        var type = (ComponentType)(int)component["type"]!;
        return type is ComponentType.Button
            ? new ShownButton(id, disabled, component["label"]?.ToString(), (int)component["style"]!, component["emoji"]?["name"]?.ToString(), component["url"]?.ToString())
            : new ShownSelect(id, disabled, type, component["placeholder"]?.ToString(), (int?)component["min_values"] ?? 1, (int?)component["max_values"] ?? 1, OptionsOf(component));
    }

    internal static IReadOnlyList<ShownOption> OptionsOf(JsonObject select) =>
        [.. (select["options"] as JsonArray ?? []).OfType<JsonObject>().Select(option => new ShownOption(option["value"]!.ToString(), option["label"]!.ToString(), option["description"]?.ToString(), (bool?)option["default"] is true))];
}

/// <summary>A button.</summary>
/// <param name="CustomId">What the bot is told; null for a link.</param>
/// <param name="IsDisabled">True when it is grey.</param>
/// <param name="Label">What it says.</param>
/// <param name="Style">1 primary, 2 secondary, 3 success, 4 danger, 5 link.</param>
/// <param name="Emoji">The emoji before the label.</param>
/// <param name="Url">Where a link leads.</param>
public sealed record ShownButton(string? CustomId, bool IsDisabled, string? Label, int Style, string? Emoji, string? Url) : ShownComponent(CustomId, IsDisabled);

/// <summary>A menu.</summary>
/// <param name="CustomId">What the bot is told.</param>
/// <param name="IsDisabled">True when it is grey.</param>
/// <param name="Type">Which kind of select.</param>
/// <param name="Placeholder">What it says while nothing is chosen.</param>
/// <param name="Min">How many must be chosen.</param>
/// <param name="Max">How many may be chosen.</param>
/// <param name="Options">What there is to choose.</param>
public sealed record ShownSelect(string? CustomId, bool IsDisabled, ComponentType Type, string? Placeholder, int Min, int Max, IReadOnlyList<ShownOption> Options)
    : ShownComponent(CustomId, IsDisabled);

/// <summary>A choice of a menu.</summary>
public sealed record ShownOption(string Value, string Label, string? Description, bool IsDefault);
