using System.Text.Encodings.Web;
using System.Text.Json;
using RepairBot.Core.Reading.Evaluation;

namespace RepairBot.Core.Coaching.Evaluation;

/// <summary>Writes what the readers say of labelled lines, for scoring. Labels are those of the label guide, "none" when there is none.</summary>
public static class Predictions
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tasks that can be written.</summary>
    public static IReadOnlyList<string> Tasks { get; } = ["ownership", "horsemen"];

    /// <summary>Reads JSON lines with "id", "text" and "lang" (default en) and writes one line for each, in the same order.</summary>
    /// <param name="task">One of <see cref="Tasks"/>.</param>
    /// <param name="input">The lines; blank ones are passed over.</param>
    /// <param name="output">Gets lines that end with a line feed.</param>
    /// <exception cref="ArgumentException">The task is unknown.</exception>
    /// <exception cref="FormatException">A line is no such JSON; the message names its number, never its text.</exception>
    public static void Write(string task, TextReader input, TextWriter output)
    {
        if (!Tasks.Contains(task))
        {
            throw new ArgumentException($"Unknown task '{task}'.", nameof(task));
        }

        foreach (var line in EvaluationLine.ReadAll(input))
        {
            output.Write(Predict(task, line));
            output.Write('\n');
        }
    }

    private static string Predict(string task, EvaluationLine line)
    {
        var (id, text, language) = line;
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (task == "ownership")
            {
                var reading = DraftReader.Read(text, language);
                Array(json, "components", [.. reading.Components.Select(f => Names<Component>.Of(f.Kind))]);
                Array(json, "faults", OrNone(reading.Faults.Select(f => Names<Fault>.Of(f.Kind))));
            }
            else
            {
                Array(json, "labels", OrNone(HorsemenReader.Read(text, language).Select(f => Names<Horseman>.Of(f.Kind))));
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }

    private static string[] OrNone(IEnumerable<string> labels)
    {
        string[] distinct = [.. labels.Distinct()];
        return distinct.Length == 0 ? ["none"] : distinct;
    }

    private static void Array(Utf8JsonWriter json, string name, string[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
