using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Everything one turn changes and says. It is committed whole before anyone sees any of it.</summary>
public sealed record Outcome
{
    /// <summary>How the turn ended. Anything but taken changes nothing.</summary>
    public required TurnResult Result { get; init; }

    /// <summary>The head after the turn.</summary>
    public required Person Person { get; init; }

    /// <summary>Plain words for a result other than taken.</summary>
    public string? Detail { get; init; }

    /// <summary>Repairs that changed.</summary>
    public ImmutableArray<Repair> Repairs { get; init; } = [];

    /// <summary>Repairs that are removed.</summary>
    public ImmutableArray<RepairId> Removed { get; init; } = [];

    /// <summary>Messages and later versions of messages, in the order of their sequence numbers.</summary>
    public ImmutableArray<Message> Messages { get; init; } = [];

    /// <summary>Reminders to set.</summary>
    public ImmutableArray<Reminder> Reminders { get; init; } = [];

    /// <summary>Reminders to drop.</summary>
    public ImmutableArray<ReminderId> Dropped { get; init; } = [];

    /// <summary>
    /// It can't be told without every record and message of the person: take the event again with a whole <see cref="Scene"/>. Nothing of
    /// this outcome holds.
    /// </summary>
    public bool NeedsAll { get; init; }

    /// <summary>Everything of this person is erased; the messages are shown once and kept nowhere.</summary>
    public bool Erase { get; init; }
}
