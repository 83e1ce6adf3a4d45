namespace RepairBot.Core.Regulation;

/// <summary>How stirred up a person said they were.</summary>
/// <param name="Value">0 (calm) to 10 (boiling).</param>
/// <param name="At">UTC.</param>
/// <param name="After">The exercise before this rating, by its value; null for a first rating.</param>
public sealed record HeatRating(int Value, DateTimeOffset At, string? After = null);
