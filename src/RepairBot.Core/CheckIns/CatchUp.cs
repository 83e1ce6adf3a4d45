using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.CheckIns;

/// <summary>A ping of one person whose time has come.</summary>
/// <param name="Reminder">Which.</param>
/// <param name="DueAt">When it was to come, UTC.</param>
/// <param name="NextAt">When the one after it is to come, UTC; null when none follows.</param>
public sealed record DuePing(ReminderId Reminder, DateTimeOffset DueAt, DateTimeOffset? NextAt);

/// <summary>What becomes of all pings of one person that are due at one moment: after downtime they make one note, not ten.</summary>
/// <param name="Shown">Told now, in one message, in due order.</param>
/// <param name="Dropped">No longer worth a question, since the time of the next is here already: named in a word. In due order.</param>
/// <param name="Late">True when something told came more than two hours after its time, and the message says so.</param>
public sealed record CatchUp(ImmutableArray<DuePing> Shown, ImmutableArray<DuePing> Dropped, bool Late)
{
    /// <summary>How long after its time a ping is still on time.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromHours(2);

    /// <summary>True when several are told in one message.</summary>
    public bool Merged => Shown.Length > 1;

    /// <summary>Sorts what is due. What lies after <paramref name="now"/> is left alone.</summary>
    public static CatchUp At(DateTimeOffset now, IEnumerable<DuePing> pings)
    {
        var due = pings.Where(ping => ping.DueAt <= now).OrderBy(ping => ping.DueAt).ThenBy(ping => ping.Reminder.Value).ToLookup(ping => IsStale(ping, now));
        ImmutableArray<DuePing> shown = [.. due[false]];
        return new CatchUp(shown, [.. due[true]], shown.Any(ping => IsLate(ping.DueAt, now)));
    }

    /// <summary>True when a ping comes more than two hours after its time.</summary>
    public static bool IsLate(DateTimeOffset dueAt, DateTimeOffset now) => now - dueAt > LateAfter;

    /// <summary>True when the time of the next one has come too.</summary>
    public static bool IsStale(DuePing ping, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ping);
        return ping.NextAt <= now;
    }
}
