using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>Something that happened, for the bot's sessions.</summary>
/// <param name="Name">The event's name, such as INTERACTION_CREATE.</param>
/// <param name="Data">Its data.</param>
/// <param name="Guild">The guild it belongs to; null goes to shard 0.</param>
/// <param name="Intent">The intent a session needs to get it; none for what is always sent.</param>
internal sealed record GatewayEvent(string Name, JsonObject Data, ulong? Guild, GatewayIntents Intent);
