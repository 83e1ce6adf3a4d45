using System.Collections.Immutable;
using RepairBot.Core.Reading;
using RepairBot.Core.Reading.Weights;
using RepairBot.Core.Screening.Weights;

namespace RepairBot.Core.Screening;

/// <summary>
/// One language's reading for risk: the reviewed rules, and what all words weigh together, where each rule is one sign among others. What
/// either sees is seen, unless a rule that is not firm stands alone against the words next to it and all of its sentence.
/// </summary>
internal sealed class RiskReader
{
    private readonly RiskRules rules;
    private readonly RiskWeigher? weigher;

    public RiskReader(string language)
    {
        rules = new RiskRules(language);
        weigher = WeightTable.Of("Screening", language) is { } table ? new RiskWeigher(table, WordClasses.Of(language)) : null;
    }

    /// <summary>Two-letter code.</summary>
    public string Language => rules.Language;

    public ReadText Words(string text) => rules.Words(text);

    /// <summary>How much of a text is small words of this language: from 0 (none) to 1.</summary>
    public double Share(ReadText text) => rules.Share(text);

    public ImmutableArray<RiskFinding> Read(ReadText text)
    {
        var ruled = rules.Read(text);
        return weigher is null ? ruled : [.. ruled.Where(finding => !weigher.Doubts(text, finding, ruled)), .. weigher.Read(text, ruled)];
    }
}
