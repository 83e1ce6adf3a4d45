using System.Collections.Immutable;
using RepairBot.Core.Reading;
using RepairBot.Core.Reading.Weights;
using RepairBot.Core.Screening.Weights;

namespace RepairBot.Core.Screening;

/// <summary>
/// One language's reading for risk: the reviewed rules, and what all words weigh together, where each rule is one sign among others. What
/// either sees is seen, unless the words next to what a rule found, and all of its sentence, speak against it.
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

    /// <summary>How many words of a text are small words of this language, such as its pronouns and articles.</summary>
    public int SmallWordsIn(ReadText text) => rules.SmallWordsIn(text);

    /// <summary>What a text tells of.</summary>
    /// <param name="text">As read by this reader.</param>
    /// <param name="ofThisLanguage">Whether the text is taken to be of this language: words of another one are not weighed.</param>
    public ImmutableArray<RiskFinding> Read(ReadText text, bool ofThisLanguage)
    {
        var ruled = rules.Read(text);
        return weigher is null || !ofThisLanguage ? ruled : [.. ruled.Where(finding => !weigher.Doubts(text, finding, ruled)), .. weigher.Read(text, ruled)];
    }
}
