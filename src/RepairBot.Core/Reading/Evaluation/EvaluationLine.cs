using System.Text.Json;

namespace RepairBot.Core.Reading.Evaluation;

/// <summary>One line of a set to be read: JSON with string properties <c>id</c>, <c>text</c> and, if known, <c>lang</c>.</summary>
/// <param name="Id">As it stands in the line.</param>
/// <param name="Text">What is to be read.</param>
/// <param name="Language">"en" when the line names none.</param>
internal sealed record EvaluationLine(string Id, string Text, string Language)
{
    /// <summary>The lines of a set, in order; blank ones are passed over.</summary>
    /// <exception cref="FormatException">A line is no such JSON; the message names its number, never its text.</exception>
    public static IEnumerable<EvaluationLine> ReadAll(TextReader input)
    {
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line) ?? throw new FormatException($"Line {number} is no JSON object with texts in 'id' and 'text'.");
            }
        }
    }

    // The parser's own message may quote the line, so it goes no further.
    private static EvaluationLine? Parse(string line)
    {
        try
        {
            using var record = JsonDocument.Parse(line);
            return Field(record.RootElement, "id") is { } id && Field(record.RootElement, "text") is { } text
                ? new EvaluationLine(id, text, Field(record.RootElement, "lang") ?? "en")
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Field(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) ? value.GetString() : null;
}
