using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Names of platforms whose messages somebody has to show, and whom to tell when there is something to show.</summary>
public sealed class DeliveringPlatforms(params IEnumerable<string> names)
{
    private readonly ImmutableHashSet<string> names = [.. names];
    private volatile Action<PersonId>? watch;

    /// <summary>True when messages on this platform wait for a confirmation.</summary>
    public bool Contains(string platform) => names.Contains(platform);

    /// <summary>Tells whoever shows messages from now on; in place of an earlier one. What is called returns at once and does not throw.</summary>
    /// <param name="waiting">Messages of a person are on the disk and wait to be shown.</param>
    public void Tell(Action<PersonId> waiting) => watch = waiting;

    /// <summary>Tells nobody from now on.</summary>
    public void TellNobody() => watch = null;

    internal void NoteWaiting(PersonId person) => watch?.Invoke(person);
}
