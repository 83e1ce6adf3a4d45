using RepairBot.Core.Reading;
using RepairBot.Core.Reading.Weights;

namespace RepairBot.Core.Screening.Weights;

/// <summary>What the screen weighs of a text: its words and their classes, and which kinds of reviewed rules fired.</summary>
internal static class RiskTraits
{
    /// <summary>The traits of a stretch of a text, each once.</summary>
    /// <param name="text">The text as read.</param>
    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index after the last token.</param>
    /// <param name="findings">What the rules found in that stretch.</param>
    /// <param name="classes">The classes of the text's language; null when there are none.</param>
    public static HashSet<string> Of(ReadText text, int first, int end, IEnumerable<RiskFinding> findings, WordClasses? classes)
    {
        var traits = WordTraits.Of(text, first, end);
        ClassTraits.Add(traits, text, first, end, classes);
        foreach (var finding in findings)
        {
            traits.Add("[rule]");
            traits.Add($"[rule {finding.Risk} {finding.Direction}]");
        }

        return traits;
    }
}
