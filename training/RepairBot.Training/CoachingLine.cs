using System.Text.Json;
using System.Text.Json.Serialization;

namespace RepairBot.Training;

/// <summary>One draft or line written for training the coaching readers, with its labels.</summary>
internal sealed record CoachingLine(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("components")] string[]? Components,
    [property: JsonPropertyName("components_optional")] string[]? ComponentsOptional,
    [property: JsonPropertyName("faults")] string[]? Faults,
    [property: JsonPropertyName("faults_optional")] string[]? FaultsOptional,
    [property: JsonPropertyName("labels")] string[]? Labels,
    [property: JsonPropertyName("labels_optional")] string[]? LabelsOptional)
{
    /// <summary>Every line of a file.</summary>
    public static IEnumerable<CoachingLine> InFile(string file) =>
        File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<CoachingLine>(line)!);

    /// <summary>Whether the line has a label; null where a second reader might add it.</summary>
    public bool? Has(string label) =>
        Contains(Optional, label) ? null : Contains([.. Components ?? [], .. Faults ?? [], .. Labels ?? []], label);

    /// <summary>What a second reader might add.</summary>
    public string[] Optional => [.. ComponentsOptional ?? [], .. FaultsOptional ?? [], .. LabelsOptional ?? []];

    private static bool Contains(string[] labels, string label) => labels.Contains(label, StringComparer.Ordinal);
}
