namespace RepairBot.Training;

/// <summary>Something a table of weights is made for.</summary>
/// <param name="Classes">The names of what is told apart, in the order of the table.</param>
/// <param name="Thresholds">The least score of each class that counts, by what models that were not made of a line say of it.</param>
/// <param name="Say">Says how well lines are read by models that were not made of them.</param>
/// <param name="Read">The examples of a language in some files.</param>
internal sealed record Subject(
    IReadOnlyList<string> Classes,
    Func<IReadOnlyList<Scored>, IReadOnlyList<double>> Thresholds,
    Action<IReadOnlyList<Scored>> Say,
    Func<string, IReadOnlyList<string>, IEnumerable<Example>> Read);
