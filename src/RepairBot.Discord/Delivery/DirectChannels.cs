using System.Collections.Concurrent;

namespace RepairBot.Discord.Delivery;

/// <summary>
/// In which direct message channel whom was met since the start. Kept in memory only. May be used from many threads.
/// </summary>
internal sealed class DirectChannels
{
    private readonly ConcurrentDictionary<ulong, ulong> users = [];
    private readonly ConcurrentDictionary<ulong, ulong> channels = [];

    /// <summary>Notes where a person was met.</summary>
    public void Note(ulong channel, ulong user) => (users[channel], channels[user]) = (user, channel);

    /// <summary>Forgets a person whose channel is gone, or who is.</summary>
    public void Forget(ulong user)
    {
        if (channels.TryRemove(user, out var channel))
        {
            users.TryRemove(channel, out _);
        }
    }

    /// <summary>The person of a channel; null for one that was not met. Discord says of a deleted message only where it stood.</summary>
    public ulong? UserOf(ulong channel) => users.TryGetValue(channel, out var user) ? user : null;

    /// <summary>The channel of a person; null for one who was not met there: theirs has to be opened.</summary>
    public ulong? ChannelOf(ulong user) => channels.TryGetValue(user, out var channel) ? channel : null;
}
