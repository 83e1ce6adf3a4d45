namespace RepairBot.Training;

/// <summary>How well classes are read on lines the model was not made of, for several shares of false alarms.</summary>
internal static class Tried
{
    private static readonly double[] Shares = [0.02, 0.05, 0.08, 0.12, 0.2];

    public static void Say(IReadOnlyList<string> classes, IReadOnlyList<Scored> lines)
    {
        for (var one = 0; one < classes.Count; one++)
        {
            Say(classes[one], one, lines);
        }
    }

    private static void Say(string name, int one, IReadOnlyList<Scored> lines)
    {
        var with = lines.Where(line => line.Line.Is[one] is true).ToList();
        var without = lines.Where(line => line.Line.Is[one] is false && line.Line.Plain).ToList();
        if (with.Count == 0 || without.Count == 0)
        {
            Console.WriteLine($"{name}: {with.Count} with it, {without.Count} without");
            return;
        }

        var falls = Scored.WithoutOf(lines, one);
        Console.WriteLine($"{name}: {with.Count} with it, {without.Count} without; the rules alone: {Share(with, line => line.Line.Ruled[one]):0.00} and {Share(without, line => line.Line.Ruled[one]):0.000}; one with it scores above one without: {Above([.. with.Select(line => line.Scores[one])], falls):0.000}");
        foreach (var threshold in Shares.Select(share => falls[(int)(share * falls.Count)]))
        {
            bool Scores(Scored line) => line.Scores[one] > threshold;
            bool Either(Scored line) => line.Line.Ruled[one] || Scores(line);
            Console.WriteLine($"  above {threshold,5:0.00}: {Share(with, Scores):0.00} and {Share(without, Scores):0.000}; with the rules {Share(with, Either):0.00} and {Share(without, Either):0.000}");
        }
    }

    private static double Share(List<Scored> lines, Func<Scored, bool> counted) => (double)lines.Count(counted) / lines.Count;

    // "falls" has the highest first.
    private static double Above(double[] with, List<double> falls)
    {
        Array.Sort(with);
        var (below, at) = (0L, 0);
        foreach (var other in falls.AsEnumerable().Reverse())
        {
            while (at < with.Length && with[at] <= other)
            {
                at++;
            }

            below += with.Length - at;
        }

        return (double)below / ((double)with.Length * falls.Count);
    }
}
