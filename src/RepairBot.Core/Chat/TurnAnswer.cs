using System.Collections.Immutable;

namespace RepairBot.Core.Chat;

/// <summary>Who somebody is on a platform. Found by its keyed hash; kept only sealed, and only where messages have to be delivered to it.</summary>
/// <param name="Platform">The platform's name, such as <c>local</c>.</param>
/// <param name="Id">The platform's own id of the person.</param>
public readonly record struct PlatformIdentity(string Platform, string Id);

/// <summary>How a turn ended.</summary>
public enum TurnResult
{
    /// <summary>The event was taken and is on the disk.</summary>
    Taken,

    /// <summary>The event was seen before; this is its first answer.</summary>
    Repeated,

    /// <summary>A press that is no longer current; nothing changed. <see cref="TurnAnswer.Detail"/> says where we are.</summary>
    Stale,

    /// <summary>No such command; nothing changed.</summary>
    UnknownCommand,

    /// <summary>No such message, or not this person's; nothing changed.</summary>
    UnknownMessage,

    /// <summary>The values don't fit the action; nothing changed. <see cref="TurnAnswer.Detail"/> says what would.</summary>
    Refused,
}

/// <summary>What a person is shown for one event.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Seq">The highest sequence number after the turn.</param>
/// <param name="Messages">What this turn showed, in order; edits of earlier messages included.</param>
/// <param name="Detail">Plain words for a result other than taken; null otherwise. Never holds what the person wrote.</param>
public sealed record TurnAnswer(TurnResult Result, long Seq, ImmutableArray<Message> Messages, string? Detail = null)
{
    /// <summary>
    /// In whose name the last message waits when this turn erased the person; null otherwise. Whoever shows the answer says so with
    /// <c>Farewells.SaidAsync</c>, or leaves it to be delivered.
    /// </summary>
    public PersonId? Farewell { get; init; }
}
