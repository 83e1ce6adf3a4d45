using System.Collections.Immutable;
using System.Globalization;

namespace RepairBot.Core.Reading.Weights;

/// <summary>
/// How much each trait of a text speaks for each of some named classes: a logistic model, kept as a readable text file. Immutable; any number of
/// threads may read it.
/// </summary>
/// <remarks>
/// A file has comment lines that start with '#'; a line <c>[classes]</c> with the names of the classes; perhaps a line <c>[few]</c> with the number
/// of traits up to which a text counts as short, else 50; a line <c>[threshold]</c> with the least score of each class that counts, empty for 0; a line <c>[bias]</c> with a number for each class; then a line for each trait: its name, a tab, a
/// number for each class, empty for 0. A line <c>[unit]</c> before them says what a 1 in the lines of the traits stands for. Names in brackets are no
/// words.
/// </remarks>
internal sealed class WeightTable
{
    private const char Between = '\t';

    private const int Parts = 100;

    /// <summary>Up to so many traits, about ten words, a text counts as short where a table doesn't say.</summary>
    public const int UsualFew = 50;

    // Traits by their hashes, in order, so that a hundred thousand of them take two megabytes; weights in hundredths, a row a trait.
    private readonly uint[] traits;
    private readonly short[] weights;
    private readonly double[] bias;
    private readonly int few;

    private WeightTable(ImmutableArray<string> classes, int few, double[] thresholds, double[] bias, uint[] traits, short[] weights) =>
        (Classes, this.few, Thresholds, this.bias, this.traits, this.weights) = (classes, few, [.. thresholds], bias, traits, weights);

    /// <summary>The names of the classes, in the order of their numbers.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>The least score of each class that counts.</summary>
    public ImmutableArray<double> Thresholds { get; }

    /// <summary>The table of a capability for a language; null when none was made.</summary>
    /// <param name="capability">Folder under RepairBot.Core, such as "Screening".</param>
    /// <param name="name">The file's name without its ending, such as "en".</param>
    public static WeightTable? Of(string capability, string name)
    {
        using var file = typeof(WeightTable).Assembly.GetManifestResourceStream($"{capability}/{name}.weights");
        if (file is null)
        {
            return null;
        }

        using var lines = new StreamReader(file);
        return Read(lines);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is malformed or missing.</exception>
    public static WeightTable Read(TextReader file)
    {
        ImmutableArray<string> classes = [];
        double[]? thresholds = null;
        double[]? start = null;
        var (unit, least) = (1.0, UsualFew);
        var rows = new List<(uint Trait, short[] Weights)>();
        while (file.ReadLine() is { } line)
        {
            if (line is "" or ['#', ..])
            {
                continue;
            }

            var cells = line.Split(Between);
            switch (cells[0])
            {
                case "[classes]":
                    classes = [.. cells[1..]];
                    break;
                case "[few]":
                    least = int.Parse(cells[1], CultureInfo.InvariantCulture);
                    break;
                case "[threshold]":
                    thresholds = Numbers(cells, classes);
                    break;
                case "[bias]":
                    start = Numbers(cells, classes);
                    break;
                case "[unit]":
                    unit = double.Parse(cells[1], CultureInfo.InvariantCulture);
                    break;
                default:
                    rows.Add((Hash.Of(cells[0]), Array.ConvertAll(Numbers(cells, classes), weight => (short)Math.Round(weight * unit * Parts))));
                    break;
            }
        }

        rows.Sort((one, other) => one.Trait.CompareTo(other.Trait));
        return new WeightTable(
            classes,
            least,
            thresholds ?? throw new FormatException("The line '[threshold]' is missing."),
            start ?? throw new FormatException("The line '[bias]' is missing."),
            [.. rows.Select(row => row.Trait)],
            [.. rows.SelectMany(row => row.Weights)]);
    }

    /// <summary>The number of a class.</summary>
    /// <exception cref="FormatException">The table has no such class.</exception>
    public int NumberOf(string name) => Classes.IndexOf(name) is >= 0 and var number ? number : throw new FormatException($"The table has no class '{name}'.");

    /// <summary>The score of each class, by its number: above 0 means more likely than not.</summary>
    public double[] Score(IReadOnlyCollection<string> found) => Score([.. found.Select(RowOf)]);

    /// <summary>The row of a trait, for <see cref="Score(ReadOnlySpan{int})"/>; below 0 for one the table doesn't know.</summary>
    public int RowOf(string trait) => Array.BinarySearch(traits, Hash.Of(trait));

    /// <summary>The score of each class by the rows of all traits, each once.</summary>
    public double[] Score(ReadOnlySpan<int> rows)
    {
        var sums = new int[Classes.Length];
        foreach (var row in rows)
        {
            if (row >= 0)
            {
                var cells = weights.AsSpan(row * sums.Length, sums.Length);
                for (var i = 0; i < cells.Length; i++)
                {
                    sums[i] += cells[i];
                }
            }
        }

        var scale = Scale(rows.Length, few) / Parts;
        return [.. sums.Select((sum, one) => (sum * scale) + bias[one])];
    }

    /// <summary>How much one trait counts among so many: long texts are not louder than short ones, nor a name alone than a sentence.</summary>
    /// <param name="traits">How many there are.</param>
    /// <param name="few">The number up to which they are few: fewer are not louder.</param>
    public static double Scale(int traits, int few) => 1 / Math.Sqrt(Math.Max(few, traits));

    private static double[] Numbers(string[] cells, ImmutableArray<string> classes)
    {
        if (classes.Length == 0 || cells.Length != classes.Length + 1)
        {
            throw new FormatException($"'{cells[0]}' has {cells.Length - 1} numbers for {classes.Length} classes.");
        }

        return Array.ConvertAll(cells[1..], cell => cell.Length == 0 ? 0 : double.Parse(cell, CultureInfo.InvariantCulture));
    }
}
