using RepairBot.Core.Reading.Weights;

namespace RepairBot.Training;

/// <summary>Something a table of weights is made for.</summary>
/// <param name="Classes">The names of what is told apart, in the order of the table.</param>
/// <param name="Thresholds">The least score of each class that counts in a language, by what models that were not made of a line say of it.</param>
/// <param name="Say">Says how well lines are read by models that were not made of them.</param>
/// <param name="Read">The examples of a language in some files.</param>
internal sealed record Subject(
    IReadOnlyList<string> Classes,
    Func<string, IReadOnlyList<Scored>, IReadOnlyList<double>> Thresholds,
    Action<IReadOnlyList<Scored>> Say,
    Func<string, IReadOnlyList<string>, IEnumerable<Example>> Read)
{
    /// <summary>Whether a trait weighs the more, the fewer lines have it.</summary>
    public bool RareCountMore { get; init; }

    /// <summary>The number of traits up to which a text counts as short.</summary>
    public int Few { get; init; } = WeightTable.UsualFew;

    /// <summary>The least number of lines that share a trait which is learned: a trait of one line alone teaches that line by heart.</summary>
    public int FewestLines { get; init; } = 2;

    /// <summary>How much the penalty on weights counts against one line: the more, the less is made of few lines.</summary>
    public double Penalty { get; init; } = 0.01;

    /// <summary>What the reader makes of the scores of the classes before it compares them with their thresholds.</summary>
    public Func<double[], double[]> Combined { get; init; } = scores => scores;
}
