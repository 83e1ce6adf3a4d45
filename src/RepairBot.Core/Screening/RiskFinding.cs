using RepairBot.Core.Reading;

namespace RepairBot.Core.Screening;

/// <summary>One risk that was read in a text.</summary>
/// <param name="Risk">Its kind.</param>
/// <param name="Direction">Whom it touches or comes from.</param>
/// <param name="Span">The words that tell of it.</param>
/// <param name="Rule">The reviewed entry that found it.</param>
/// <param name="Firm">Whether it counts whatever else the text says.</param>
internal readonly record struct RiskFinding(Risk Risk, RiskDirection Direction, TextSpan Span, string Rule, bool Firm = false);
