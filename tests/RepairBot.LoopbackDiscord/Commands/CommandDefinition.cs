using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.Commands;

/// <summary>The one way Discord writes a command down, whatever was left out when it was sent.</summary>
internal static class CommandDefinition
{
    public static JsonObject Of(JsonObject sent, bool isGlobal)
    {
        var definition = new JsonObject
        {
            ["type"] = (int?)sent["type"] ?? 1,
            ["name"] = sent["name"]?.ToString(),
            ["name_localizations"] = NullIfEmpty(sent["name_localizations"]),
            ["description"] = sent["description"]?.ToString() ?? "",
            ["description_localizations"] = NullIfEmpty(sent["description_localizations"]),
            ["default_member_permissions"] = sent["default_member_permissions"]?.ToString(),
            ["nsfw"] = (bool?)sent["nsfw"] ?? false,
            ["integration_types"] = sent["integration_types"]?.DeepClone() ?? new JsonArray(JsonValue.Create(0)),
            ["contexts"] = sent["contexts"]?.DeepClone(),
        };
        if (isGlobal)
        {
            definition["dm_permission"] = (bool?)sent["dm_permission"] ?? (sent["contexts"] is not JsonArray contexts || contexts.Any(context => (int?)context == 1));
        }

        if (Options(sent["options"]) is { Count: > 0 } options)
        {
            definition["options"] = options;
        }

        return definition;
    }

    private static JsonArray Options(JsonNode? sent) => new([.. (sent as JsonArray ?? []).OfType<JsonObject>().Select(Option)]);

    private static JsonObject Option(JsonObject sent)
    {
        var option = new JsonObject
        {
            ["type"] = (int?)sent["type"],
            ["name"] = sent["name"]?.ToString(),
            ["name_localizations"] = NullIfEmpty(sent["name_localizations"]),
            ["description"] = sent["description"]?.ToString(),
            ["description_localizations"] = NullIfEmpty(sent["description_localizations"]),
        };
        foreach (var flag in new[] { "required", "autocomplete" })
        {
            if ((bool?)sent[flag] is true)
            {
                option[flag] = true;
            }
        }

        foreach (var kept in new[] { "min_value", "max_value", "min_length", "max_length", "channel_types" })
        {
            if (sent[kept] is { } value)
            {
                option[kept] = value.DeepClone();
            }
        }

        if (Options(sent["options"]) is { Count: > 0 } options)
        {
            option["options"] = options;
        }

        if (sent["choices"] is JsonArray { Count: > 0 } choices)
        {
            option["choices"] = new JsonArray([.. choices.OfType<JsonObject>().Select(Choice)]);
        }

        return option;
    }

    private static JsonObject Choice(JsonObject sent) => new()
    {
        ["name"] = sent["name"]?.ToString(),
        ["name_localizations"] = NullIfEmpty(sent["name_localizations"]),
        ["value"] = sent["value"]?.DeepClone(),
    };

    private static JsonNode? NullIfEmpty(JsonNode? dictionary) => dictionary is JsonObject { Count: > 0 } ? dictionary.DeepClone() : null;
}
