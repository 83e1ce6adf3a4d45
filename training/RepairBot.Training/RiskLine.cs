using System.Text.Json;
using System.Text.Json.Serialization;
using RepairBot.Core.Screening.Weights;

namespace RepairBot.Training;

/// <summary>One line written for training the risk screen, with what it tells of.</summary>
internal sealed record RiskLine(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("lang")] string Language,
    [property: JsonPropertyName("labels")] string[] Labels,
    [property: JsonPropertyName("labels_optional")] string[] Optional,
    [property: JsonPropertyName("direction")] string Direction)
{
    /// <summary>Every line of a file.</summary>
    public static IEnumerable<RiskLine> InFile(string file) =>
        File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<RiskLine>(line)!);

    /// <summary>Whether the line tells of a class.</summary>
    public bool Is(RiskClass one) => one switch
    {
        RiskClass.Any => Labels is not ["none"],
        RiskClass.SelfHarmBySelf => Has("crisis_self_harm") && Direction is not "other",
        RiskClass.SelfHarmByOther => Has("crisis_self_harm") && Direction is "other",
        RiskClass.ViolenceByUser => Has("violence_by_user"),
        RiskClass.ViolenceToUser => Has("violence_to_user"),
        RiskClass.ControlByUser => Has("coercive_control") && (Direction is "by_user" || Direction is "self"),
        RiskClass.ControlToUser => Has("coercive_control") && Direction is not ("by_user" or "self"),
        RiskClass.Child => Has("child_risk"),
        _ => throw new ArgumentOutOfRangeException(nameof(one), one, "Not a class."),
    };

    private bool Has(string label) => Labels.Contains(label, StringComparer.Ordinal);
}
