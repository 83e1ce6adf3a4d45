using RepairBot.Core.Reading.Weights;

namespace RepairBot.Core.Coaching.Weights;

/// <summary>
/// What a text scores for each label: as a whole, and in the part of it that speaks most for the label. A table's classes are the labels for the
/// whole, then the same labels for a part.
/// </summary>
/// <param name="Whole">The scores of the whole text.</param>
/// <param name="Parts">The scores of each part; at least one part.</param>
internal sealed record PartScores(double[] Whole, double[][] Parts)
{
    /// <summary>Ends the name of the class of a part.</summary>
    public const string Part = " part";

    private int Labels => Whole.Length / 2;

    /// <summary>The scores of a text by its traits.</summary>
    public static PartScores Of(WeightTable table, CoachingTraits traits)
    {
        var rows = traits.Names.Select(table.RowOf).ToArray();
        return new PartScores(Score(traits.Whole), [.. traits.Parts.Select(Score)]);

        double[] Score(int[] numbers) => table.Score(Array.ConvertAll(numbers, number => rows[number]));
    }

    /// <summary>How much speaks for a label: above 0 means more likely than not.</summary>
    /// <param name="label">The number of the label.</param>
    public double Of(int label) => Whole[label] + Parts[Weightiest(label)][Labels + label];

    /// <summary>The number of the part that speaks most for a label.</summary>
    public int Weightiest(int label)
    {
        var most = 0;
        for (var i = 1; i < Parts.Length; i++)
        {
            most = Parts[i][Labels + label] > Parts[most][Labels + label] ? i : most;
        }

        return most;
    }
}
