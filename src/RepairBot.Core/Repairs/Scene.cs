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

    /// <summary>All repairs; empty unless <see cref="Turn.NeedsAll"/> asked for them.</summary>
    public ImmutableArray<Repair> All { get; init; } = [];

    /// <summary>All messages; empty unless <see cref="Turn.NeedsAll"/> asked for them.</summary>
    public ImmutableArray<Message> Messages { get; init; } = [];

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When this program started, UTC: an event after it that follows one before it comes after a restart.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
