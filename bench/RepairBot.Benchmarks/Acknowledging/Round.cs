namespace RepairBot.Benchmarks.Acknowledging;

/// <summary>The figures of one round, in the order of the table.</summary>
internal sealed class Round
{
    /// <summary>How many figures there are.</summary>
    public const int Figures = 7;

    // The first thing that each of 32 people did, and the next: connections are opened and the library's bucket is new.
    private const int Cold = 64;

    private readonly double[] figures;

    private Round(double[] figures) => this.figures = figures;

    public double this[int figure] => figures[figure];

    public static Round Of(Crowd crowd, TimeSpan all, int pings)
    {
        // What was not acknowledged took at least as long as Discord waits.
        var took = crowd.Took.Select(one => one.TotalMilliseconds).Concat(Enumerable.Repeat(3000.0, crowd.Missed)).ToList();
        return new Round(
        [
            Share(took, 0.5), Share(took, 0.99), took.Max(), Share(took.Skip(Cold), 0.99), crowd.Missed, all.TotalSeconds, pings,
        ]);
    }

    private static double Share(IEnumerable<double> took, double share)
    {
        var sorted = took.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
