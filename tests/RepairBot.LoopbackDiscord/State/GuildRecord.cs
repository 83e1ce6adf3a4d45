using System.Globalization;
using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.State;

/// <summary>A guild with one text channel.</summary>
internal sealed class GuildRecord(ulong id, string name, ulong owner, DateTimeOffset createdAt)
{
    public ulong Id => id;

    public string Name => name;

    /// <summary>The people in it; the bot is in it when <see cref="HasBot"/>.</summary>
    public HashSet<ulong> Members { get; } = [];

    public bool HasBot { get; set; } = true;

    /// <summary>False answers 50001 to the bot's own messages in its channel.</summary>
    public bool BotMaySend { get; set; } = true;

    public DiscordChannel General { get; set; } = null!;

    /// <summary>The data of GUILD_CREATE.</summary>
    public JsonObject ToGatewayJson(Account bot) => new()
    {
        ["id"] = $"{id}",
        ["name"] = name,
        ["icon"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["owner_id"] = $"{owner}",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["verification_level"] = 0,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["nsfw_level"] = 0,
        ["premium_tier"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["application_id"] = null,
        ["vanity_url_code"] = null,
        ["description"] = null,
        ["banner"] = null,
        ["preferred_locale"] = "en-US",
        ["features"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["roles"] = new JsonArray(new JsonObject
        {
            ["id"] = $"{id}",
            ["name"] = "@everyone",
            ["color"] = 0,
            ["hoist"] = false,
            ["position"] = 0,
            ["permissions"] = "2248473465835073",
            ["managed"] = false,
            ["mentionable"] = false,
            ["flags"] = 0,
        }),
        ["joined_at"] = createdAt.ToString("O", CultureInfo.InvariantCulture),
        ["large"] = false,
        ["unavailable"] = false,
        ["member_count"] = Members.Count + 1,
        ["voice_states"] = new JsonArray(),
        ["members"] = new JsonArray(Member(bot)),
        ["channels"] = new JsonArray(General.ToJson()),
        ["threads"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["soundboard_sounds"] = new JsonArray(),
    };

    /// <summary>A member object with its user.</summary>
    public JsonObject Member(Account account) => new()
    {
        ["user"] = account.ToJson(),
        ["nick"] = null,
        ["avatar"] = null,
        ["banner"] = null,
        ["roles"] = new JsonArray(),
        ["joined_at"] = createdAt.ToString("O", CultureInfo.InvariantCulture),
        ["premium_since"] = null,
        ["deaf"] = false,
        ["mute"] = false,
        ["flags"] = 0,
        ["pending"] = false,
        ["communication_disabled_until"] = null,
    };
}
