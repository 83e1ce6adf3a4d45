using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>A card on a message.</summary>
public sealed record ShownEmbed(
    string? Title, string? Description, string? Url, int? Color, IReadOnlyList<ShownField> Fields, string? Footer, string? Author, string? Image, string? Thumbnail)
{
    internal static ShownEmbed Of(JsonObject embed) => new(
        embed["title"]?.ToString(),
        embed["description"]?.ToString(),
        embed["url"]?.ToString(),
        (int?)embed["color"],
        [.. (embed["fields"] as JsonArray ?? []).OfType<JsonObject>().Select(field => new ShownField(field["name"]!.ToString(), field["value"]!.ToString(), (bool?)field["inline"] is true))],
        embed["footer"]?["text"]?.ToString(),
        embed["author"]?["name"]?.ToString(),
        embed["image"]?["url"]?.ToString(),
        embed["thumbnail"]?["url"]?.ToString());
}

/// <summary>A line of a card.</summary>
public sealed record ShownField(string Name, string Value, bool IsInline);
