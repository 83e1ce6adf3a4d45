using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>A person's head: settings, focus, and what is remembered from one repair to the next.</summary>
public sealed record Person
{
    /// <summary>The record's format: older ones are read for ever and written as the current one.</summary>
    /// <exception cref="System.Text.Json.JsonException">A later version wrote the record.</exception>
    public int Format { get; init => field = StateJson.Renew(value); } = StateJson.CurrentFormat;

    /// <summary>The platform this person is on; empty until their first event is kept.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The keyed hash of who they are there, so that what the clock does waits in the same line; empty until then.</summary>
    public ReadOnlyMemory<byte> Identity { get; init; }

    /// <summary>The platform's own id of this person, where messages have to be delivered; null where the feed itself is what people see.</summary>
    public string? Address { get; init; }

    /// <summary>The highest sequence number given to a message so far.</summary>
    public long Seq { get; init; }

    /// <summary>The repair whose question a typed text answers; null when there is none.</summary>
    public RepairId? Focus { get; init; }

    /// <summary>The last events and the messages they showed.</summary>
    public RecentEvents Recent { get; init; } = RecentEvents.None;

    /// <summary>All repairs in short, oldest first.</summary>
    public ImmutableArray<RepairSummary> Repairs { get; init; } = [];

    /// <summary>What the person chose.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>The person was told what this is, and is 13 or older.</summary>
    public bool Welcomed { get; init; }

    /// <summary>The conversation is put away: what follows is neutral until it is opened again.</summary>
    public bool Hidden { get; init; }

    /// <summary>The screen saw something in this session: help lines stay in reach whatever the person says of it.</summary>
    public ImmutableArray<Risk> Seen { get; init; } = [];

    /// <summary>The protective move the person named last; null when none was.</summary>
    public string? Protection { get; init; }

    /// <summary>The exercise that brought the heat down most last time; null when none did.</summary>
    public string? BestExercise { get; init; }

    /// <summary>What the person may start from the next time.</summary>
    public Profile Profile { get; init; } = new();

    /// <summary>What the promises of all repairs were for, with the last time each was chosen.</summary>
    public ImmutableArray<TagUse> Tags { get; init; } = [];

    /// <summary>The reminder that stands for retention; null until there is one.</summary>
    public Reminder? Retention { get; init; }

    /// <summary>The person was told that what is kept here will be erased.</summary>
    public bool WarnedOfErasure { get; init; }

    /// <summary>When the person last did anything, UTC.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Set when this is nobody's head: it stands for what their platform still does for somebody who is erased.</summary>
    public Farewell? Farewell { get; init; }

    /// <summary>The summary of one repair; null when there is none.</summary>
    public RepairSummary? Of(RepairId repair) => Repairs.FirstOrDefault(summary => summary.Id == repair);
}

/// <summary>What stays useful from one repair to the next, in the person's own words.</summary>
public sealed record Profile
{
    /// <summary>The other's name. Empty until given.</summary>
    public PrivateText Who { get; init; }

    /// <summary>The answer about the bond; null until given.</summary>
    public Answer? Bond { get; init; }

    /// <summary>What helps to feel safe; null until given.</summary>
    public Answer? Needs { get; init; }

    /// <summary>What makes trust harder. Empty until given.</summary>
    public PrivateText Harder { get; init; }

    /// <summary>How the person usually responds. Empty until given.</summary>
    public PrivateText Usual { get; init; }

    /// <summary>How the person calms down best. Empty until given.</summary>
    public PrivateText Regulate { get; init; }

    /// <summary>Compassionate ways to approach the other. Empty until given.</summary>
    public PrivateText Ways { get; init; }
}

/// <summary>When a kind of promise was last made.</summary>
public sealed record TagUse(string Tag, DateTimeOffset At);

/// <summary>One repair in short: enough to list and to choose.</summary>
/// <param name="Id">Which.</param>
/// <param name="Form">A whole repair, or an exercise alone.</param>
/// <param name="State">Whether it can be gone on with.</param>
/// <param name="Step">Where it stands.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="LastAt">UTC.</param>
/// <param name="Who">The other's name, if given.</param>
public sealed record RepairSummary(
    RepairId Id, ConversationForm Form, RepairState State, Step Step, DateTimeOffset StartedAt, DateTimeOffset LastAt, PrivateText Who);

/// <summary>What a person chose for themselves.</summary>
public sealed record Settings
{
    /// <summary>An IANA time zone; null until it is known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Pings are held from this local time on. Default 21:00.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>Pings come again from this local time on. Default 08:00.</summary>
    public TimeOnly QuietTo { get; init; } = new(8, 0);

    /// <summary>A guide's language; null for the operator's default.</summary>
    public string? Language { get; init; }

    /// <summary>Two letters (ISO 3166) for help lines; null for the operator's default.</summary>
    public string? Country { get; init; }

    /// <summary>False when no reminder at all is wanted. Default true.</summary>
    public bool Reminders { get; init; } = true;

    /// <summary>Days of the week on which nothing is asked. Default none.</summary>
    public ImmutableArray<NodaTime.IsoDayOfWeek> DaysOff { get; init; } = [];

    /// <summary>Nothing is asked before this local day; null when nothing is paused.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>True when a promise is behind Open in every ping. Default false.</summary>
    public bool Hide { get; init; }
}
