namespace RepairBot.Core.Regulation;

/// <summary>An exercise under way.</summary>
/// <param name="Kind">Its value, such as <c>breathe</c>; null while it is being chosen.</param>
/// <param name="Stage">0 at its start; counts the questions within it, such as the five senses.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="Until">When it ends, UTC; null for one without an end of its own.</param>
/// <param name="WordsOnly">Shown without the picture.</param>
public sealed record Exercise(string? Kind, int Stage, DateTimeOffset StartedAt, DateTimeOffset? Until = null, bool WordsOnly = false);
