using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>A guild with one text channel that everybody in it sees.</summary>
public sealed class LoopbackGuild
{
    private readonly DiscordState state;

    internal LoopbackGuild(DiscordState state, GuildRecord record)
    {
        this.state = state;
        Record = record;
    }

    public ulong Id => Record.Id;

    public ulong ChannelId => Record.General.Id;

    /// <summary>What stands in the channel for all to see. Ephemeral messages are not among it.</summary>
    public IReadOnlyList<ShownMessage> Public
    {
        get
        {
            lock (state.Gate)
            {
                return [.. Record.General.Messages.Where(message => !message.IsEphemeral).Select(ShownMessage.Of)];
            }
        }
    }

    /// <summary>False takes the right to send messages of its own from the bot.</summary>
    public void LetBotSend(bool may)
    {
        lock (state.Gate)
        {
            Record.BotMaySend = may;
        }
    }

    /// <summary>Throws the bot out.</summary>
    public void RemoveBot()
    {
        lock (state.Gate)
        {
            Record.HasBot = false;
            state.Gateway.Dispatch(new GatewayEvent("GUILD_DELETE", new() { ["id"] = $"{Id}" }, Id, GatewayIntents.Guilds));
        }
    }

    internal GuildRecord Record { get; }
}
