namespace RepairBot.Core.Guides;

/// <summary>A second look at an answer.</summary>
/// <param name="Text">What is said, once.</param>
/// <param name="Why">Why it is said.</param>
public sealed record NudgeWords(Template Text, string Why);
