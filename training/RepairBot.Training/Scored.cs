namespace RepairBot.Training;

/// <summary>A line and what a model that was not made of it says of each class.</summary>
internal sealed record Scored(Example Line, double[] Scores)
{
    /// <summary>Each line scored by a model made of all files but its own.</summary>
    public static List<Scored> Crosswise(IReadOnlyList<string> classes, IReadOnlyList<Example> examples) =>
        [.. examples.GroupBy(example => example.File).SelectMany(file => By(Model.Fit(classes, [.. examples.Where(one => one.File != file.Key)]), [.. file]))];

    public static List<Scored> By(Model model, IReadOnlyList<Example> lines)
    {
        var table = model.Table();
        return [.. lines.Select(line => new Scored(line, table.Score(line.Traits)))];
    }

    /// <summary>The scores of the plain lines that don't tell of a class, the highest first.</summary>
    public static List<double> WithoutOf(IEnumerable<Scored> lines, int one) =>
        [.. lines.Where(line => line.Line is { Plain: true } && line.Line.Is[one] is false).Select(line => line.Scores[one]).OrderDescending()];
}
