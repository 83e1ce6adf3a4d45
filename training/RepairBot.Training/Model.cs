using System.Globalization;
using RepairBot.Core.Screening.Weights;

namespace RepairBot.Training;

/// <summary>One regression for each class over the same traits.</summary>
internal sealed class Model
{
    // A trait of one line alone teaches that line by heart.
    private const int FewestLines = 2;
    private const double LeastWeight = 0.1;

    // Of the harmless lines of a hand the model has not read, most of them written to fool a reader, so many may be stepped back from.
    private const double MostFalseAlarms = 0.05;

    private static readonly RiskClass[] Classes = Enum.GetValues<RiskClass>();

    private readonly List<string> names;
    private readonly LogisticRegression[] regressions;

    private Model(List<string> names, LogisticRegression[] regressions) => (this.names, this.regressions) = (names, regressions);

    public static Model Fit(IReadOnlyList<Example> examples)
    {
        var traits = examples.SelectMany(example => example.Traits).CountBy(trait => trait)
            .Where(count => count.Value >= FewestLines).Select(count => count.Key).Order(StringComparer.Ordinal).ToList();
        var numbers = traits.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var rows = examples.Select(example => (
            example.Traits.Where(numbers.ContainsKey).Select(trait => numbers[trait]).Order().ToArray(), WeightTable.Scale(example.Traits.Count))).ToList();
        return new Model(traits, [.. Classes.AsParallel().AsOrdered().Select(one => LogisticRegression.Fit(
            rows, [.. examples.Select(example => example.Line.Is(one))], traits.Count))]);
    }

    /// <summary>The least score that few harmless lines reach in files that the model was not made of.</summary>
    public static double ThresholdOf(IReadOnlyList<Example> examples)
    {
        var harmless = new List<double>();
        foreach (var file in examples.GroupBy(example => example.Line.File))
        {
            var table = Fit([.. examples.Where(example => example.Line.File != file.Key)]).Table();
            harmless.AddRange(file.Where(example => example.Line is { Labels: ["none"], Optional: [] })
                .Select(example => table.Score(example.Traits)[(int)RiskClass.Any]));
        }

        harmless.Sort();
        return harmless[(int)((1 - MostFalseAlarms) * harmless.Count)];
    }

    /// <summary>The model as the screen reads it.</summary>
    public WeightTable Table()
    {
        using var file = new StringWriter(CultureInfo.InvariantCulture);
        Write(file, 0, "");
        return WeightTable.Read(new StringReader(file.ToString()));
    }

    public void Write(TextWriter file, double threshold, string fingerprint)
    {
        file.Write("# How much each trait of a text speaks for each kind of risk. Made by scripts/train; not edited by hand.\n");
        file.Write($"# lines {fingerprint}\n");
        file.Write($"# classes {string.Join(' ', Classes)}\n");
        file.Write(string.Create(CultureInfo.InvariantCulture, $"threshold\t{threshold:0.00}\n"));
        Line("bias", regression => regression.Bias);
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
