using System.Collections.Concurrent;

namespace RepairBot.Discord.Texts;

/// <summary>
/// Whose direct message channel is whose: Discord says of a deleted message only where it stood, and a channel somebody just wrote from need
/// not be opened. Kept in memory only.
/// </summary>
internal sealed class DirectChannels
{
    private readonly ConcurrentDictionary<ulong, ulong> users = [];
    private readonly ConcurrentDictionary<ulong, ulong> channels = [];

    /// <summary>Notes a channel's person.</summary>
    public void Note(ulong channel, ulong user)
    {
        users[channel] = user;
        channels[user] = channel;
    }

    /// <summary>The person of a channel; null for one that was not met since the start.</summary>
    public ulong? UserOf(ulong channel) => users.TryGetValue(channel, out var user) ? user : null;

    /// <summary>A person's channel; null for one that was not met since the start, or is gone.</summary>
    public ulong? ChannelOf(ulong user) => channels.TryGetValue(user, out var channel) ? channel : null;

    /// <summary>Forgets a channel that is gone.</summary>
    public void Forget(ulong user)
    {
        if (channels.TryRemove(user, out var channel))
        {
            users.TryRemove(channel, out _);
        }
    }
}
