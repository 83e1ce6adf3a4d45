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

    private const int Parts = 100;

    // About ten words.
    private const int FewestTraits = 50;

    private static readonly int Classes = Enum.GetValues<RiskClass>().Length;

    // Traits by their hashes, in order, so that fifty thousand of them take little more than a megabyte; weights in hundredths, a row a trait.
    private readonly ulong[] traits;
    private readonly short[] weights;
    private readonly double[] bias;

    private WeightTable(double threshold, double[] bias, ulong[] traits, short[] weights) =>
        (Threshold, this.bias, this.traits, this.weights) = (threshold, bias, traits, weights);

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
        double[]? start = null;
        var rows = new List<(ulong Trait, short[] Weights)>();
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
                    rows.Add((HashOf(cells[0]), Array.ConvertAll(Numbers(cells), weight => (short)Math.Round(weight * Parts))));
                    break;
            }
        }

        rows.Sort((one, other) => one.Trait.CompareTo(other.Trait));
        return new WeightTable(
            threshold,
            start ?? throw new FormatException("The line 'bias' is missing."),
            [.. rows.Select(row => row.Trait)],
            [.. rows.SelectMany(row => row.Weights)]);
    }

    /// <summary>The score of each class, by its number: above 0 means more likely than not.</summary>
    public double[] Score(IReadOnlyCollection<string> found)
    {
        var sums = new double[Classes];
        foreach (var trait in found)
        {
            var row = Array.BinarySearch(traits, HashOf(trait));
            for (var i = 0; row >= 0 && i < sums.Length; i++)
            {
                sums[i] += weights[(row * sums.Length) + i];
            }
        }

        var scale = Scale(found.Count) / Parts;
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = (sums[i] * scale) + bias[i];
        }

        return sums;
    }

    /// <summary>How much one trait counts among so many: long texts are not louder than short ones, nor a name alone than a sentence.</summary>
    public static double Scale(int traits) => 1 / Math.Sqrt(Math.Max(FewestTraits, traits));

    // FNV-1a over UTF-16 units: the same in every process, and far from a collision among fifty thousand.
    private static ulong HashOf(ReadOnlySpan<char> trait)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in trait)
        {
            hash = unchecked((hash ^ unit) * 1099511628211UL);
        }

        return hash;
    }

    private static double[] Numbers(string[] cells)
    {
        if (cells.Length != Classes + 1)
        {
            throw new FormatException($"'{cells[0]}' has {cells.Length - 1} numbers instead of {Classes}.");
        }

        return Array.ConvertAll(cells[1..], cell => cell.Length == 0 ? 0 : double.Parse(cell, CultureInfo.InvariantCulture));
    }
}
