using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace RepairBot.Training;

/// <summary>
/// Logistic regression over sparse traits with an L2 penalty, solved by L-BFGS (Liu and Nocedal 1989). There is one best answer and no chance on the
/// way to it: the same lines give the same weights.
/// </summary>
internal sealed class LogisticRegression
{
    // Of the mean cost of a line: far below what weights of two decimals show.
    private const double LeastSlope = 1e-5;
    private const double LeastChange = 1e-6;
    private const int Remembered = 10;
    private const int MostSteps = 2_000;

    private readonly double[] weights;
    private readonly double[] worth;

    private LogisticRegression(double[] weights, double[] worth) => (this.weights, this.worth) = (weights, worth);

    // The bias stands behind the weights of the traits.
    public double Bias => weights[^1];

    /// <summary>What a trait weighs, its worth counted in.</summary>
    public double WeightOf(int trait) => weights[trait] * worth[trait];

    /// <param name="rows">The traits of each line, by number, and what each of them counts among so many.</param>
    /// <param name="yes">Whether the line tells of what is learned; null where nothing is to be learned from it.</param>
    /// <param name="worth">What each trait is worth: one that is worth more has to be seen less often to weigh as much.</param>
    /// <param name="penalty">How much the penalty counts against one line.</param>
    public static LogisticRegression Fit(IReadOnlyList<(int[] Traits, double Scale)> rows, IReadOnlyList<bool?> yes, double[] worth, double penalty)
    {
        var lines = rows.Index().Where(row => yes[row.Index] is not null).Select(row => (row.Item, Due: yes[row.Index] is true ? 1.0 : 0)).ToArray();
        var minimizer = new LimitedMemoryBfgsMinimizer(LeastSlope, LeastChange, LeastChange, Remembered, MostSteps);
        var best = minimizer.FindMinimum(ObjectiveFunction.Gradient(Cost), Vector<double>.Build.Dense(worth.Length + 1));
        return new LogisticRegression(best.MinimizingPoint.ToArray(), worth);

        (double Cost, Vector<double> Slope) Cost(Vector<double> at)
        {
            var model = new LogisticRegression(at.ToArray(), worth);
            var (cost, slope) = (0.5 * penalty * at.DotProduct(at), (penalty * at).ToArray());
            foreach (var (row, due) in lines)
            {
                var score = model.Score(row);
                var error = (1 / (1 + Math.Exp(-score))) - due;
                cost += Math.Max(score, 0) - (score * due) + Math.Log(1 + Math.Exp(-Math.Abs(score)));
                slope[^1] += error;
                foreach (var trait in row.Traits)
                {
                    slope[trait] += error * row.Scale * worth[trait];
                }
            }

            return (cost / lines.Length, Vector<double>.Build.Dense(slope) / lines.Length);
        }
    }

    /// <summary>How much speaks for what was learned.</summary>
    public double Score((int[] Traits, double Scale) row)
    {
        var score = 0.0;
        foreach (var trait in row.Traits)
        {
            score += worth[trait] * weights[trait];
        }

        return (row.Scale * score) + Bias;
    }
}
