using System.Globalization;
using RepairBot.Core.Reading.Weights;

namespace RepairBot.Training;

/// <summary>One regression for each class over the same traits.</summary>
internal sealed class Model
{
    // A trait of one line alone teaches that line by heart.
    private const int FewestLines = 2;
    private const double LeastWeight = 0.1;

    private readonly IReadOnlyList<string> classes;
    private readonly List<string> names;
    private readonly LogisticRegression[] regressions;

    private Model(IReadOnlyList<string> classes, List<string> names, LogisticRegression[] regressions) =>
        (this.classes, this.names, this.regressions) = (classes, names, regressions);

    public static Model Fit(IReadOnlyList<string> classes, IReadOnlyList<Example> examples)
    {
        var traits = examples.SelectMany(example => example.Traits).CountBy(trait => trait)
            .Where(count => count.Value >= FewestLines).Select(count => count.Key).Order(StringComparer.Ordinal).ToList();
        var numbers = traits.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var rows = examples.Select(example => (
            example.Traits.Where(numbers.ContainsKey).Select(trait => numbers[trait]).Order().ToArray(), WeightTable.Scale(example.Traits.Count))).ToList();
        return new Model(classes, traits, [.. Enumerable.Range(0, classes.Count).AsParallel().AsOrdered().Select(one =>
            LogisticRegression.Fit(rows, [.. examples.Select(example => example.Is[one])], traits.Count))]);
    }

    /// <summary>The model as the program reads it; its thresholds are 0.</summary>
    public WeightTable Table()
    {
        using var file = new StringWriter(CultureInfo.InvariantCulture);
        Write(file, new double[classes.Count], "");
        return WeightTable.Read(new StringReader(file.ToString()));
    }

    public void Write(TextWriter file, IReadOnlyList<double> thresholds, string fingerprint)
    {
        file.Write("# How much each trait of a text speaks for each class. Made by scripts/train; not edited by hand.\n");
        file.Write($"# lines {fingerprint}\n");
        file.Write($"[classes]\t{string.Join('\t', classes)}\n");
        file.Write($"[threshold]\t{string.Join('\t', thresholds.Select(threshold => threshold.ToString("0.00", CultureInfo.InvariantCulture)))}\n");
        Line("[bias]", regression => regression.Bias);
        for (var at = 0; at < names.Count; at++)
        {
            if (regressions.Any(regression => Math.Abs(regression.Weights[at]) >= LeastWeight))
            {
                Line(names[at], regression => regression.Weights[at]);
            }
        }

        void Line(string name, Func<LogisticRegression, double> of) => file.Write(
            $"{name}\t{string.Join('\t', regressions.Select(of).Select(weight => Math.Abs(weight) < LeastWeight ? "" : weight.ToString("0.0#", CultureInfo.InvariantCulture)))}\n");
    }
}
