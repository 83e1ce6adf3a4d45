using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>A time in a person's words, as it was read back to them. It stays what was read back, however late they say yes.</summary>
/// <param name="Words">What they wrote.</param>
/// <param name="At">What it may stand for, UTC: one time, or two of which they choose one.</param>
public sealed record Wish(PrivateText Words, ImmutableArray<DateTimeOffset> At);
