using System.Globalization;
using RepairBot.Core.Coaching.Weights;
using RepairBot.Core.Reading.Weights;

namespace RepairBot.Training;

/// <summary>One regression for each class over the same traits; where lines have parts, a second one for each class over the parts.</summary>
internal sealed class Model
{
    private const double LeastWeight = 0.1;

    // Which part of a line it is that tells of a class is found by reading and learning in turn.
    private const int Turns = 4;

    // The worth of a trait of one line in 55 is 1; little words, which every text is full of, are worth the less the higher the power.
    private const double Common = 4;
    private const double Rarity = 1.5;

    // With a second regression a table is twice as wide: tenths will do, and are written as whole numbers.
    private const double Tenths = 0.1;

    private readonly IReadOnlyList<string> classes;
    private readonly int few;
    private readonly List<string> names;
    private readonly LogisticRegression[] regressions;

    private Model(IReadOnlyList<string> classes, int few, List<string> names, LogisticRegression[] regressions) =>
        (this.classes, this.few, this.names, this.regressions) = (classes, few, names, regressions);

    public static Model Fit(Subject subject, IReadOnlyList<Example> examples)
    {
        var counts = examples.SelectMany(example => example.Traits).CountBy(trait => trait)
            .Where(count => count.Value >= subject.FewestLines).OrderBy(count => count.Key, StringComparer.Ordinal).ToList();
        var traits = counts.ConvertAll(count => count.Key);
        var worth = counts.Select(count => subject.RareCountMore ? Math.Pow(Math.Log((double)examples.Count / count.Value) / Common, Rarity) : 1).ToArray();
        var numbers = traits.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var rows = examples.Select(example => Row(example.Traits)).ToList();
        var parts = examples.Index().SelectMany(line => line.Item.Parts.Select(part => (Line: line.Index, Row: Row(part)))).ToList();
        var fitted = Enumerable.Range(0, subject.Classes.Count).AsParallel().AsOrdered().Select(one =>
        {
            var whole = LogisticRegression.Fit(rows, [.. examples.Select(example => example.Is[one])], worth, subject.Penalty);
            return (Whole: whole, Part: parts.Count == 0 ? null : OfParts(whole, [.. examples.Select(example => example.Is[one])], parts, worth, subject.Penalty));
        }).ToList();
        return parts.Count == 0
            ? new Model(subject.Classes, subject.Few, traits, [.. fitted.Select(one => one.Whole)])
            : new Model([.. subject.Classes, .. subject.Classes.Select(name => name + PartScores.Part)], subject.Few, traits, [.. fitted.Select(one => one.Whole), .. fitted.Select(one => one.Part!)]);

        (int[] Traits, double Scale) Row(IReadOnlyCollection<string> of) =>
            ([.. of.Where(numbers.ContainsKey).Select(trait => numbers[trait]).Order()], WeightTable.Scale(of.Count, subject.Few));
    }

    // Of a line that tells of the class, the part that speaks most for it tells of it, and nothing is learned from the others; no part of a line
    // that doesn't tell of it does.
    private static LogisticRegression OfParts(LogisticRegression start, bool?[] lines, List<(int Line, (int[] Traits, double Scale) Row)> parts, double[] worth, double penalty)
    {
        var model = start;
        for (var turn = 0; turn < Turns; turn++)
        {
            var scores = parts.ConvertAll(part => model.Score(part.Row));
            var best = parts.Index().GroupBy(part => part.Item.Line).ToDictionary(line => line.Key, line => line.MaxBy(part => scores[part.Index]).Index);
            model = LogisticRegression.Fit(
                [.. parts.Select(part => part.Row)],
                [.. parts.Index().Select(part => lines[part.Item.Line] is true && best[part.Item.Line] != part.Index ? null : lines[part.Item.Line])],
                worth,
                penalty);
        }

        return model;
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
        var wide = classes[^1].EndsWith(PartScores.Part, StringComparison.Ordinal);
        file.Write("# How much each trait of a text speaks for each class. Made by scripts/train; not edited by hand.\n");
        file.Write($"# lines {fingerprint}\n");
        file.Write($"[classes]\t{string.Join('\t', classes)}\n");
        if (few != WeightTable.UsualFew)
        {
            file.Write(string.Create(CultureInfo.InvariantCulture, $"[few]\t{few}\n"));
        }

        file.Write($"[threshold]\t{string.Join('\t', classes.Select((_, one) => one < thresholds.Count ? thresholds[one].ToString("0.00", CultureInfo.InvariantCulture) : ""))}\n");
        Line("[bias]", regression => regression.Bias, 1);
        if (wide)
        {
            file.Write(string.Create(CultureInfo.InvariantCulture, $"[unit]\t{Tenths}\n"));
        }

        for (var at = 0; at < names.Count; at++)
        {
            if (regressions.Any(regression => Math.Abs(regression.WeightOf(at)) >= LeastWeight))
            {
                Line(names[at], regression => regression.WeightOf(at), wide ? Tenths : 1);
            }
        }

        void Line(string name, Func<LogisticRegression, double> of, double unit) => file.Write(
            $"{name}\t{string.Join('\t', regressions.Select(of).Select(weight => Math.Abs(weight) < LeastWeight ? "" : (weight / unit).ToString(unit < 1 ? "0" : "0.0#", CultureInfo.InvariantCulture)))}\n");
    }
}
