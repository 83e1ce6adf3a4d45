using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>What an IDENTIFY must say.</summary>
internal static class IdentifyRules
{
    // Every intent of API v10.
    private const int Known = 0b0_0011_0011_0001_1111_1111_1111_1111;

    public static CloseCode? Check(JsonObject data, GatewayIntents granted)
    {
        if (data["properties"] is not JsonObject)
        {
            return CloseCode.DecodeError;
        }

        var (shard, shards) = ShardOf(data);
        if (shards < 1 || shard < 0 || shard >= shards)
        {
            return CloseCode.InvalidShard;
        }

        if (data["intents"] is not JsonValue value || !value.TryGetValue(out int intents) || (intents & ~Known) != 0)
        {
            return CloseCode.InvalidIntents;
        }

        var refused = (GatewayIntents)intents & GatewayIntents.Privileged & ~granted;
        return refused == GatewayIntents.None ? null : CloseCode.DisallowedIntents;
    }

    public static (int Shard, int Shards) ShardOf(JsonObject data) =>
        data["shard"] is JsonArray { Count: 2 } shard ? ((int)shard[0]!, (int)shard[1]!) : (0, 1);
}
