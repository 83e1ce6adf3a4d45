using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.Tests.Harness;

/// <summary>Valid parts of requests, to be spoiled one field at a time.</summary>
internal static class Some
{
    public static JsonObject Button(string customId = "go", string label = "Go") =>
        new() { ["type"] = 2, ["style"] = 1, ["label"] = label, ["custom_id"] = customId };

    public static JsonObject Select(string customId = "pick", int options = 3) => new()
    {
        ["type"] = 3,
        ["custom_id"] = customId,
        ["options"] = new JsonArray([.. Enumerable.Range(0, options).Select(index => new JsonObject { ["label"] = $"Option {index}", ["value"] = $"{index}" })]),
    };

    public static JsonObject Row(params JsonNode[] components) => new() { ["type"] = 1, ["components"] = new JsonArray(components) };

    public static JsonObject Input(string customId = "words", string label = "Words") =>
        new() { ["type"] = 4, ["custom_id"] = customId, ["label"] = label, ["style"] = 2 };

    public static JsonObject Modal(params JsonNode[] rows) =>
        new() { ["custom_id"] = "form", ["title"] = "Form", ["components"] = new JsonArray(rows.Length == 0 ? [Row(Input())] : rows) };

    public static string Text(int length) => new('x', length);
}
