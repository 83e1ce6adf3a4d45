namespace RepairBot.Training;

/// <summary>Something a table of weights is made for.</summary>
/// <param name="Classes">The names of what is told apart, in the order of the table.</param>
/// <param name="FalseAlarms">
/// For a class whose threshold is chosen: of the plain lines of a hand the model has not read that don't tell of it, so many may reach it. Classes
/// that are not in here have the threshold 0.
/// </param>
/// <param name="Read">The examples of a language in some files.</param>
internal sealed record Subject(
    IReadOnlyList<string> Classes, IReadOnlyDictionary<string, double> FalseAlarms, Func<string, IReadOnlyList<string>, IEnumerable<Example>> Read);
