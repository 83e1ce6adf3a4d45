using RepairBot.Core.Chat;

namespace RepairBot.Core.CheckIns;

/// <summary>What a person said about a promise on one day: a fact with a date, never a score.</summary>
/// <param name="Promise">The promise's number within its repair.</param>
/// <param name="Act">The act as it was worded then.</param>
/// <param name="AskedOn">The local day the question belonged to.</param>
/// <param name="At">When it was answered, UTC.</param>
/// <param name="Said"><c>kept</c>, <c>partly</c>, <c>not-yet</c> or <c>end</c>.</param>
/// <param name="Note">A word of the person's own; empty when none was given.</param>
public sealed record CheckInAnswer(int Promise, PrivateText Act, DateOnly AskedOn, DateTimeOffset At, string Said, PrivateText Note = default);
