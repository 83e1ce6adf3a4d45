using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Commands;

/// <summary>All application commands, by scope.</summary>
internal sealed class CommandRegistry(DiscordState state)
{
    private readonly CommandScope global = new(state, guild: null);
    private readonly Dictionary<ulong, CommandScope> guilds = [];

    /// <param name="guild">The guild; null for the global scope.</param>
    public CommandScope In(ulong? guild)
    {
        if (guild is not { } id)
        {
            return global;
        }

        if (!guilds.TryGetValue(id, out var scope))
        {
            guilds[id] = scope = new CommandScope(state, id);
        }

        return scope;
    }

    /// <summary>The commands a person is offered: in a guild its own and the global ones, in direct messages the global ones.</summary>
    /// <param name="guild">Where; null for the direct messages with the bot.</param>
    /// <param name="onlyUserInstalled">True where the bot itself is not: only commands for a person's own installation are there then.</param>
    public IEnumerable<StoredCommand> OfferedIn(ulong? guild, bool onlyUserInstalled)
    {
        var everywhere = global.All.Where(command =>
            command.Allows("contexts", guild is null ? 1 : 0) && command.Allows("integration_types", onlyUserInstalled ? 1 : 0));
        return guild is { } id && !onlyUserInstalled ? In(id).All.Concat(everywhere) : everywhere;
    }
}
