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
    public IEnumerable<StoredCommand> OfferedIn(ulong? guild)
    {
        var context = guild is null ? 1 : 0;
        var everywhere = global.All.Where(command => command.Definition["contexts"] is not System.Text.Json.Nodes.JsonArray contexts
            || contexts.Any(allowed => (int?)allowed == context));
        return guild is { } id ? In(id).All.Concat(everywhere) : everywhere;
    }
}
