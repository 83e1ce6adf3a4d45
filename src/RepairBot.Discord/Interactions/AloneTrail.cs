using System.Collections.Concurrent;
using RepairBot.Core.Chat;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Interactions;

/// <summary>
/// Where messages stand that were shown to somebody alone in the last quarter of an hour: so long an interaction's token can change them.
/// Kept in memory only; tokens are never written down. May be used from many threads.
/// </summary>
internal sealed class AloneTrail(TimeProvider time)
{
    // A little less than Discord's 15 minutes.
    private static readonly TimeSpan Reachable = TimeSpan.FromMinutes(14);
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<MessageId, (Spot Spot, DateTimeOffset Until)> spots = [];

    /// <summary>Where a message stands; null when it can't be reached.</summary>
    public Spot? Find(MessageId message) =>
        spots.TryGetValue(message, out var found) && time.GetUtcNow() < found.Until ? found.Spot : null;

    /// <summary>Notes where a message stands from now on.</summary>
    public void Note(MessageId message, Spot spot)
    {
        if (spots.Count >= Most)
        {
            var now = time.GetUtcNow();
            foreach (var (old, kept) in spots)
            {
                if (kept.Until <= now)
                {
                    spots.TryRemove(old, out _);
                }
            }
        }

        spots[message] = (spot, time.GetUtcNow() + Reachable);
    }

    /// <summary>Forgets a message that is gone.</summary>
    public void Forget(MessageId message) => spots.TryRemove(message, out _);

    /// <param name="By">The interaction that can change it.</param>
    /// <param name="Message">Its id among the interaction's further messages; null for the one the interaction began with.</param>
    internal readonly record struct Spot(InteractionRef By, ulong? Message);
}
