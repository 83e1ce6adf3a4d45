namespace RepairBot.Training;

/// <summary>
/// Logistic regression over sparse traits of value 1, by stochastic gradient descent with step widths of AdaGrad (Duchi, Hazan and Singer 2011) and
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

    private LogisticRegression(int traits)
    {
        weights = new double[traits];
        seen = new double[traits];
        Array.Fill(seen, 1e-6);
    }

    public double Bias { get; private set; }

    public IReadOnlyList<double> Weights => weights;

    /// <param name="rows">The traits of each line, by number, and what each of them counts among so many.</param>
    /// <param name="yes">Whether the line tells of what is learned; null where nothing is to be learned from it.</param>
    /// <param name="traits">How many traits there are.</param>
    public static LogisticRegression Fit(IReadOnlyList<(int[] Traits, double Scale)> rows, IReadOnlyList<bool?> yes, int traits)
    {
        var model = new LogisticRegression(traits);
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
            score += row.Scale * weights[trait];
        }

        return score;
    }

    private void Learn((int[] Traits, double Scale) row, double due)
    {
        var error = (1 / (1 + Math.Exp(-Score(row)))) - due;
        Bias -= BiasWidth * error;
        foreach (var trait in row.Traits)
        {
            var slope = (error * row.Scale) + (Penalty * weights[trait]);
            seen[trait] += slope * slope;
            weights[trait] -= Width * slope / Math.Sqrt(seen[trait]);
        }
    }
}
