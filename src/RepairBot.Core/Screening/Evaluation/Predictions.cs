using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RepairBot.Core.Screening.Evaluation;

/// <summary>Runs the screen over labelled or unlabelled lines, so that it can be scored by others.</summary>
public static class Predictions
{
    /// <summary>Reads lines of JSON with <c>id</c>, <c>text</c> and, if known, <c>lang</c>; writes one line each, in the same order.</summary>
    /// <exception cref="FormatException">A line is no JSON object or lacks a field; the message names the line, never its text.</exception>
    public static void Write(Screen screen, TextReader gold, TextWriter predictions)
    {
        var number = 0;
        while (gold.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                predictions.WriteLine(Of(screen, line, number));
            }
        }
    }

    private static string Of(Screen screen, string line, int number)
    {
        var record = Parse(line) ?? throw new FormatException($"Line {number} is no JSON object.");
        var result = screen.Read(Field(record, "text", number), (string?)record["lang"] ?? "en");
        return JsonSerializer.Serialize(new Prediction(Field(record, "id", number), Labels(result), Direction(result)));
    }

    // Null for what is no object: the parser's own words can quote the line.
    private static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Field(JsonObject record, string name, int number) =>
        record[name] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new FormatException($"Line {number} has no text in '{name}'.");

    private static string[] Labels(ScreeningResult result) => result switch
    {
        ScreeningResult.Hit hit => [.. hit.Risks.Select(Name)],
        ScreeningResult.Failed => ["failed"],
        _ => ["none"],
    };

    private static string Direction(ScreeningResult result) => result is ScreeningResult.Hit hit ? Name(hit.Direction) : "n/a";

    private static string Name<T>(T value)
        where T : struct, Enum => JsonSerializer.Serialize(value).Trim('"');

    private sealed record Prediction(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("labels")] string[] Labels,
        [property: JsonPropertyName("direction")] string Direction);
}
