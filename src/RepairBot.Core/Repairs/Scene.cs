using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Everything a turn may look at: what was loaded for it, and the time.</summary>
public sealed record Scene
{
    /// <summary>The person's head; a new one for a stranger.</summary>
    public required Person Person { get; init; }

    /// <summary>The repair the event is about, or the one in focus; null when there is none.</summary>
    public Repair? Repair { get; init; }

    /// <summary>The message that was pressed; null when it is not this person's, or nothing was pressed.</summary>
    public Message? Target { get; init; }

    /// <summary>The message that asks the open question of <see cref="Repair"/>; null when there is none.</summary>
    public Message? Live { get; init; }

    /// <summary>Everything of the person; null unless an outcome asked for it (<see cref="Outcome.NeedsAll"/>).</summary>
    public Everything? All { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When this program started, UTC: an event after it that follows one before it comes after a restart.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}

/// <summary>All that is kept of a person besides the head.</summary>
/// <param name="Repairs">In the order in which they were started.</param>
/// <param name="Messages">In their latest versions, in order.</param>
public sealed record Everything(ImmutableArray<Repair> Repairs, ImmutableArray<Message> Messages);
