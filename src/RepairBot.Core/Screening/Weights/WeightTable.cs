using System.Collections.Frozen;
using System.Globalization;

namespace RepairBot.Core.Screening.Weights;

/// <summary>
/// How much each trait speaks for each class: a logistic model, kept as a readable text file. Immutable; any number of threads may read it.
/// </summary>
/// <remarks>
/// A file has comment lines that start with '#', a line <c>threshold</c> with the least score that counts as a risk, a line <c>bias</c>
/// with a number for each class, then a line for each trait: its name, a tab, a number for each class.
/// </remarks>
internal sealed class WeightTable
{
    private const char Between = '\t';

    // About ten words.
    private const int FewestTraits = 50;

    private static readonly int Classes = Enum.GetValues<RiskClass>().Length;

    private readonly FrozenDictionary<string, float[]> weights;
    private readonly float[] bias;

    private WeightTable(double threshold, float[] bias, FrozenDictionary<string, float[]> weights) =>
        (Threshold, this.bias, this.weights) = (threshold, bias, weights);

    /// <summary>The least score for <see cref="RiskClass.Any"/> that counts.</summary>
    public double Threshold { get; }

    /// <summary>The table of a language; null when none was made for it.</summary>
    public static WeightTable? Of(string language)
    {
        using var file = typeof(WeightTable).Assembly.GetManifestResourceStream($"Screening/{language}.weights");
        if (file is null)
        {
            return null;
        }

        using var lines = new StreamReader(file);
        return Read(lines);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is malformed.</exception>
    public static WeightTable Read(TextReader file)
    {
        var threshold = 0d;
        float[]? start = null;
        var found = new Dictionary<string, float[]>(StringComparer.Ordinal);
        while (file.ReadLine() is { } line)
        {
            if (line is "" or ['#', ..])
            {
                continue;
            }

            var cells = line.Split(Between);
            switch (cells[0])
            {
                case "threshold":
                    threshold = double.Parse(cells[1], CultureInfo.InvariantCulture);
                    break;
                case "bias":
                    start = Numbers(cells);
                    break;
                default:
                    found.Add(cells[0], Numbers(cells));
                    break;
            }
        }

        return new WeightTable(threshold, start ?? throw new FormatException("The line 'bias' is missing."), found.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The score of each class, by its number: above 0 means more likely than not.</summary>
    public double[] Score(IReadOnlyCollection<string> traits)
    {
        var sums = new double[Classes];
        foreach (var trait in traits)
        {
            if (weights.TryGetValue(trait, out var found))
            {
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] += found[i];
                }
            }
        }

        var scale = Scale(traits.Count);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = (sums[i] * scale) + bias[i];
        }

        return sums;
    }

    /// <summary>How much one trait counts among so many: long texts are not louder than short ones, nor a name alone than a sentence.</summary>
    public static double Scale(int traits) => 1 / Math.Sqrt(Math.Max(FewestTraits, traits));

    private static float[] Numbers(string[] cells)
    {
        if (cells.Length != Classes + 1)
        {
            throw new FormatException($"'{cells[0]}' has {cells.Length - 1} numbers instead of {Classes}.");
        }

        return Array.ConvertAll(cells[1..], cell => cell.Length == 0 ? 0 : float.Parse(cell, CultureInfo.InvariantCulture));
    }
}
