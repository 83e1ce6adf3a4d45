using RepairBot.Core.Screening.Weights;

namespace RepairBot.Training;

/// <summary>How well a model reads lines it was not made of, for several shares of false alarms.</summary>
internal static class Tried
{
    private static readonly double[] Shares = [0.02, 0.05, 0.08, 0.12, 0.2];

    public static void Say(Model model, IReadOnlyList<Example> lines)
    {
        var table = model.Table();
        var scored = lines.Select(line => (line.Line, line.Ruled, Scores: table.Score(line.Traits))).ToList();
        var harmless = scored.Where(line => line.Line is { Labels: ["none"], Optional: [] }).ToList();
        var risky = scored.Where(line => line.Line.Is(RiskClass.Any)).ToList();
        Console.WriteLine($"{risky.Count} risky, {harmless.Count} harmless; the rules alone: {risky.Count(line => line.Ruled) / (double)risky.Count:0.00} and {harmless.Count(line => line.Ruled) / (double)harmless.Count:0.00}");
        Console.WriteLine($"a risky line scores above a harmless one: {Above([.. risky.Select(line => line.Scores[0])], [.. harmless.Select(line => line.Scores[0])]):0.000}");
        var falls = harmless.Select(line => line.Scores[0]).OrderDescending().ToList();
        foreach (var share in Shares)
        {
            var threshold = falls[(int)(share * falls.Count)];
            var seen = risky.Where(line => line.Scores[0] > threshold).ToList();
            var kind = seen.Count(line => line.Line.Is(RiskClasses.Kinds.MaxBy(one => line.Scores[(int)one])));
            var either = risky.Count(line => line.Ruled || line.Scores[0] > threshold) / (double)risky.Count;
            var eitherWrong = harmless.Count(line => line.Ruled || line.Scores[0] > threshold) / (double)harmless.Count;
            Console.WriteLine($"false alarms {share:0.00}: threshold {threshold,5:0.00}, stepped back {seen.Count / (double)risky.Count:0.00}, right kind {kind / (double)seen.Count:0.00}; with the rules {either:0.00} at {eitherWrong:0.00}");
        }
    }

    private static double Above(double[] risky, double[] harmless) =>
        risky.Sum(score => harmless.Count(other => other < score)) / ((double)risky.Length * harmless.Length);
}
