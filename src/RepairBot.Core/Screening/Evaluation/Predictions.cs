using System.Text.Json;
using System.Text.Json.Serialization;
using RepairBot.Core.Reading.Evaluation;

namespace RepairBot.Core.Screening.Evaluation;

/// <summary>Runs the screen over labelled or unlabelled lines, so that it can be scored by others.</summary>
public static class Predictions
{
    /// <summary>Reads lines of JSON with <c>id</c>, <c>text</c> and, if known, <c>lang</c>; writes one line each, in the same order.</summary>
    /// <exception cref="FormatException">A line is no JSON object or lacks a field; the message names the line, never its text.</exception>
    public static void Write(Screen screen, TextReader gold, TextWriter predictions)
    {
        foreach (var line in EvaluationLine.ReadAll(gold))
        {
            var result = screen.Read(line.Text, line.Language);
            predictions.Write(JsonSerializer.Serialize(new Prediction(line.Id, Labels(result), Direction(result))));
            predictions.Write('\n');
        }
    }

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
