using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>Fills a form the way a client lets a person fill it, and makes the data of the submit.</summary>
internal static class ModalFilling
{
    public static JsonObject Fill(ShownModal modal, IReadOnlyList<(string Box, object Value)> values)
    {
        foreach (var (box, _) in values.Where(value => !modal.Inputs.Any(input => Is(input, value.Box))))
        {
            throw new NotPossibleException($"The form has no box {box}.");
        }

        var components = modal.Inputs.Select((input, index) => Part(input, index, Given(input, values)));
        return new JsonObject { ["custom_id"] = modal.CustomId, ["components"] = new JsonArray([.. components]) };
    }

    /// <summary>One part of a submit, whatever it says.</summary>
    public static JsonObject Part(bool isInRow, int index, ComponentType type, string customId, JsonNode? value)
    {
        var input = new JsonObject { ["type"] = (int)type, ["id"] = (index * 2) + 2, ["custom_id"] = customId };
        input[value is JsonArray ? "values" : "value"] = value;
        return isInRow
            ? new JsonObject { ["type"] = (int)ComponentType.ActionRow, ["id"] = (index * 2) + 1, ["components"] = new JsonArray(input) }
            : new JsonObject { ["type"] = (int)ComponentType.Label, ["id"] = (index * 2) + 1, ["component"] = input };
    }

    private static JsonObject Part(ShownInput input, int index, object? given) => Part(input.IsInRow, index, input.Type, input.CustomId, input.Type switch
    {
        ComponentType.TextInput => Text(input, given as string ?? input.Value ?? ""),
        ComponentType.Checkbox => JsonValue.Create(given is true),
        ComponentType.RadioGroup => given is null ? null : JsonValue.Create((string)given),
        _ => new JsonArray([.. (given as IEnumerable<string> ?? (given is string one ? [one] : [])).Select(value => JsonValue.Create(value))]),
    });

    private static JsonValue Text(ShownInput input, string text)
    {
        var length = Lengths.Of(text);
        if (length == 0 && input.IsRequired)
        {
            throw new NotPossibleException($"The box {input.Label} must be filled.");
        }

        return length > input.MaxLength || (length > 0 && length < input.MinLength)
            ? throw new NotPossibleException($"The box {input.Label} takes {input.MinLength} to {input.MaxLength} characters.")
            : JsonValue.Create(text);
    }

    private static object? Given(ShownInput input, IReadOnlyList<(string Box, object Value)> values) =>
        values.Where(value => Is(input, value.Box)).Select(value => value.Value).FirstOrDefault();

    private static bool Is(ShownInput input, string box) => input.CustomId == box || input.Label == box;
}
