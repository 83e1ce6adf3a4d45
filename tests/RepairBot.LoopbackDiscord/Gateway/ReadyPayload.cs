using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>The data of READY, with the fields clients rely on although no table names them.</summary>
internal static class ReadyPayload
{
    public static JsonObject Of(DiscordState state, GatewaySession session, int shard, int shards)
    {
        var user = state.Bot.ToJson();
        user["verified"] = true;
        user["mfa_enabled"] = false;
        user["email"] = null;
        return new JsonObject
        {
            ["v"] = 10,
            ["user"] = user,
            ["user_settings"] = new JsonObject(),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = state.Gateway.ResumeUrl,
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = new JsonArray([.. state.Guilds.Values.Where(guild => guild.HasBot).Select(guild => new JsonObject { ["id"] = $"{guild.Id}", ["unavailable"] = true })]),
            ["guild_join_requests"] = new JsonArray(),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["shard"] = new JsonArray(shard, shards),
            ["application"] = new JsonObject { ["id"] = $"{state.Bot.Id}", ["flags"] = ApplicationFlags.Of(state.Options.PrivilegedIntents) },
            ["auth"] = new JsonObject(),
            ["_trace"] = new JsonArray("loopback"),
        };
    }
}
