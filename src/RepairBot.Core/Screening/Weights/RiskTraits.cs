using RepairBot.Core.Reading;
using RepairBot.Core.Reading.Weights;

namespace RepairBot.Core.Screening.Weights;

/// <summary>What the screen weighs of a text: its words, and which kinds of reviewed rules fired.</summary>
internal static class RiskTraits
{
    /// <summary>The traits of a stretch of a text, each once.</summary>
    /// <param name="text">The text as read.</param>
    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index after the last token.</param>
    /// <param name="findings">What the rules found in that stretch.</param>
    public static HashSet<string> Of(ReadText text, int first, int end, IEnumerable<RiskFinding> findings)
    {
        var traits = WordTraits.Of(text, first, end);
        foreach (var finding in findings)
        {
            traits.Add("[rule]");
            traits.Add($"[rule {finding.Risk} {finding.Direction}]");
        }

        return traits;
    }
}
