namespace RepairBot.Training;

/// <summary>
/// Logistic regression over sparse traits, by stochastic gradient descent with step widths of AdaGrad (Duchi, Hazan and Singer 2011) and
/// an L2 penalty. The order of the lines comes from a fixed seed: the same lines give the same weights.
/// </summary>
internal sealed class LogisticRegression
{
    private const int Rounds = 25;
    private const double Width = 0.3;
    private const double BiasWidth = 0.02;
    private const double Penalty = 1e-3;
    private const int Seed = 1;

    private readonly double[] weights;
    private readonly double[] seen;

    private readonly IReadOnlyList<double> worth;

    private LogisticRegression(IReadOnlyList<double> worth)
    {
        this.worth = worth;
        weights = new double[worth.Count];
        seen = new double[worth.Count];
        Array.Fill(seen, 1e-6);
    }

    public double Bias { get; private set; }

    /// <summary>What a trait weighs, its worth counted in.</summary>
    public double WeightOf(int trait) => weights[trait] * worth[trait];

    /// <param name="rows">The traits of each line, by number, and what each of them counts among so many.</param>
    /// <param name="yes">Whether the line tells of what is learned; null where nothing is to be learned from it.</param>
    /// <param name="worth">What each trait is worth: one that is worth more has to be seen less often to weigh as much.</param>
    public static LogisticRegression Fit(IReadOnlyList<(int[] Traits, double Scale)> rows, IReadOnlyList<bool?> yes, IReadOnlyList<double> worth)
    {
        var model = new LogisticRegression(worth);
        var order = Enumerable.Range(0, rows.Count).Where(line => yes[line] is not null).ToArray();
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var line in order)
            {
                model.Learn(rows[line], yes[line] is true ? 1 : 0);
            }
        }

        return model;
    }

    /// <summary>How much speaks for what was learned.</summary>
    public double Score((int[] Traits, double Scale) row)
    {
        var score = Bias;
        foreach (var trait in row.Traits)
        {
            score += row.Scale * worth[trait] * weights[trait];
        }

        return score;
    }

    private void Learn((int[] Traits, double Scale) row, double due)
    {
        var error = (1 / (1 + Math.Exp(-Score(row)))) - due;
        Bias -= BiasWidth * error;
        foreach (var trait in row.Traits)
        {
            var slope = (error * row.Scale * worth[trait]) + (Penalty * weights[trait]);
            seen[trait] += slope * slope;
            weights[trait] -= Width * slope / Math.Sqrt(seen[trait]);
        }
    }
}
