using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Interactions;

/// <summary>The data of INTERACTION_CREATE.</summary>
internal static class InteractionPayload
{
    // ATTACH_FILES, EMBED_LINKS, MENTION_EVERYONE and USE_EXTERNAL_EMOJIS: what an app has in its own direct messages.
    private const string PermissionsInDirect = "442368";
    private const string PermissionsInGuild = "2248473465835073";

    public static JsonObject Of(Interaction interaction, DiscordState state)
    {
        var account = interaction.User.Account;
        var guild = interaction.Channel.Guild;
        var json = new JsonObject
        {
            ["version"] = 1,
            ["id"] = $"{interaction.Id}",
            ["application_id"] = $"{state.Bot.Id}",
            ["type"] = (int)interaction.Type,
            ["token"] = interaction.Token,
            ["data"] = interaction.Data.DeepClone(),
            ["channel_id"] = $"{interaction.Channel.Id}",
            ["channel"] = interaction.Channel.ToJson(),
            ["locale"] = interaction.User.Locale,
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(interaction),
            ["app_permissions"] = guild is null ? PermissionsInDirect : PermissionsInGuild,
            ["context"] = interaction.Channel.IsBetweenPeople ? 2 : guild is null ? 1 : 0,
            ["attachment_size_limit"] = state.Options.Limits.FileBytes,
        };
        if (guild is null)
        {
            json["user"] = account.ToJson();
        }
        else
        {
            var member = guild.Member(account);
            member["permissions"] = PermissionsInGuild;
            json["member"] = member;
            json["guild_id"] = $"{guild.Id}";
            json["guild"] = new JsonObject { ["id"] = $"{guild.Id}", ["locale"] = "en-US", ["features"] = new JsonArray() };
            json["guild_locale"] = "en-US";
        }

        if (interaction.Source is not null)
        {
            json["message"] = interaction.Source.ToJson();
        }

        return json;
    }

    /// <summary>Which installation allows it: the guild's (or "0" in the bot's own direct messages), or the person's own.</summary>
    public static JsonObject Owners(Interaction interaction)
    {
        var owners = new JsonObject();
        if (!interaction.IsOnlyUserInstalled)
        {
            owners["0"] = interaction.Channel.Guild is { } guild ? $"{guild.Id}" : "0";
        }

        if (interaction.User.HasInstalledApp)
        {
            owners["1"] = $"{interaction.User.Id}";
        }

        return owners;
    }
}
