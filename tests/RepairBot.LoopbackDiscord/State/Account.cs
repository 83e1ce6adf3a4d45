using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.State;

/// <summary>Who writes: a person or the bot.</summary>
internal sealed record Account(ulong Id, string Name, bool IsBot)
{
    /// <summary>The user object as others see it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = $"{Id}",
            ["username"] = Name,
            ["global_name"] = IsBot ? null : Name,
            ["discriminator"] = IsBot ? "0001" : "0",
            ["avatar"] = null,
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["primary_guild"] = null,
        };
        if (IsBot)
        {
            json["bot"] = true;
        }

        return json;
    }
}
