using System.Collections.Concurrent;

namespace RepairBot.Discord.Texts;

/// <summary>Whose direct message channel is whose: Discord says of a deleted message only where it stood. Kept in memory only.</summary>
internal sealed class DirectChannels
{
    private readonly ConcurrentDictionary<ulong, ulong> users = [];

    /// <summary>Notes a channel's person.</summary>
    public void Note(ulong channel, ulong user) => users[channel] = user;

    /// <summary>The person of a channel; null for one that was not met since the start.</summary>
    public ulong? UserOf(ulong channel) => users.TryGetValue(channel, out var user) ? user : null;
}
