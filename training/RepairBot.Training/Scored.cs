using RepairBot.Core.Coaching.Weights;

namespace RepairBot.Training;

/// <summary>A line and what a model that was not made of it says of each class.</summary>
internal sealed record Scored(Example Line, double[] Scores)
{
    // With more files than this, several are left out at once: a model takes half a minute.
    private const int MostModels = 8;

    /// <summary>Each line that no rule was made by, scored by a model made without the file it is in.</summary>
    public static List<Scored> Crosswise(Subject subject, IReadOnlyList<Example> examples)
    {
        var files = examples.Where(example => !example.Known).GroupBy(example => example.File).Index();
        return [.. files.GroupBy(file => file.Index % MostModels, file => file.Item).SelectMany(Without)];

        List<Scored> Without(IEnumerable<IGrouping<string, Example>> files)
        {
            var (left, names) = (files.SelectMany(file => file).ToList(), files.Select(file => file.Key).ToHashSet(StringComparer.Ordinal));
            return By(subject, Model.Fit(subject, [.. examples.Where(one => !names.Contains(one.File))]), left);
        }
    }

    public static List<Scored> By(Subject subject, Model model, IReadOnlyList<Example> lines)
    {
        var table = model.Table();
        return [.. lines.Select(line => new Scored(line, line.WithParts is { } traits ? Sums(PartScores.Of(table, traits)) : subject.Combined(table.Score(line.Traits))))];

        double[] Sums(PartScores scores) => [.. Enumerable.Range(0, subject.Classes.Count).Select(scores.Of)];
    }

    /// <summary>The scores of the plain lines that don't tell of a class, the highest first.</summary>
    public static List<double> WithoutOf(IEnumerable<Scored> lines, int one) =>
        [.. lines.Where(line => line.Line is { Plain: true } && line.Line.Is[one] is false).Select(line => line.Scores[one]).OrderDescending()];
}
