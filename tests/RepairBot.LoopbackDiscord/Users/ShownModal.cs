using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>An open form.</summary>
public sealed record ShownModal
{
    public required string CustomId { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<ShownInput> Inputs { get; init; }

    /// <summary>The modal itself, as the bot sent it.</summary>
    public required JsonObject Json { get; init; }

    internal static ShownModal Of(JsonObject modal) => new()
    {
        CustomId = modal["custom_id"]!.ToString(),
        Title = modal["title"]!.ToString(),
        Inputs = [.. ((JsonArray)modal["components"]!).OfType<JsonObject>().SelectMany(ShownInput.Of)],
        Json = modal,
    };
}

/// <summary>A box of a form.</summary>
public sealed record ShownInput
{
    public required string CustomId { get; init; }

    public required ComponentType Type { get; init; }

    public required string Label { get; init; }

    public string? Description { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>What stands in it at first.</summary>
    public string? Value { get; init; }

    public bool IsParagraph { get; init; }

    public bool IsRequired { get; init; }

    public int MinLength { get; init; }

    public int MaxLength { get; init; } = 4000;

    /// <summary>What there is to choose, in menus and groups.</summary>
    public IReadOnlyList<ShownOption> Options { get; init; } = [];

    /// <summary>True for the form of a row with one text input, false for one under a label.</summary>
    public bool IsInRow { get; init; }

    internal static IEnumerable<ShownInput> Of(JsonObject part) => (ComponentType)(int)part["type"]! switch
    {
        ComponentType.ActionRow => ((JsonArray)part["components"]!).OfType<JsonObject>().Select(input => Of(input, input["label"]!.ToString(), null, isInRow: true)),
        ComponentType.Label => [Of((JsonObject)part["component"]!, part["label"]!.ToString(), part["description"]?.ToString(), isInRow: false)],
        _ => [],
    };

    private static ShownInput Of(JsonObject input, string label, string? description, bool isInRow) => new()
    {
        CustomId = input["custom_id"]!.ToString(),
        Type = (ComponentType)(int)input["type"]!,
        Label = label,
        Description = description,
        Placeholder = input["placeholder"]?.ToString(),
        Value = input["value"]?.ToString(),
        IsParagraph = (int?)input["style"] == 2,
        IsRequired = (bool?)input["required"] ?? true,
        MinLength = (int?)input["min_length"] ?? 0,
        MaxLength = (int?)input["max_length"] ?? 4000,
        Options = ShownComponent.OptionsOf(input),
        IsInRow = isInRow,
    };
}
