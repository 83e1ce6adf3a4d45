using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Messages;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>The data of an interaction by a component.</summary>
internal static class ComponentPress
{
    public static JsonObject Data(ComponentType type, string customId, StoredMessage? source, IReadOnlyList<string> values)
    {
        var component = source is null ? null : ComponentJson.All(source.Components).FirstOrDefault(on => on["custom_id"]?.ToString() == customId);
        var data = new JsonObject { ["component_type"] = (int)type, ["custom_id"] = customId, ["id"] = (int?)component?["id"] ?? 0 };
        if (type is not ComponentType.Button)
        {
            data["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }

        if (type is ComponentType.UserSelect or ComponentType.MentionableSelect && source is not null)
        {
            var accounts = values.Select(value => ulong.TryParse(value, out var id) ? source.Channel.AccountOf(id) : null).OfType<Account>();
            data["resolved"] = new JsonObject { ["users"] = new JsonObject(accounts.Select(account => KeyValuePair.Create($"{account.Id}", (JsonNode?)account.ToJson()))) };
        }

        return data;
    }
}
