using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>Who the bot is, where the gateway is, and the application.</summary>
internal sealed class AccountRoutes(DiscordState state)
{
    public IEnumerable<RestRoute> Routes =>
    [
        new("GET", "/gateway", NeedsToken: false, _ => RestAnswer.Ok(new JsonObject { ["url"] = state.Gateway.Url })),
        new("GET", "/gateway/bot", NeedsToken: true, GatewayBot),
        new("GET", "/users/@me", NeedsToken: true, _ => RestAnswer.Ok(Me())),
        new("GET", "/users/@me/guilds", NeedsToken: true, _ => RestAnswer.Ok(MyGuilds())),
        new("GET", "/users/{user_id}", NeedsToken: true, User),
        new("GET", "/applications/@me", NeedsToken: true, _ => RestAnswer.Ok(Application())),
        new("GET", "/oauth2/applications/@me", NeedsToken: true, _ => RestAnswer.Ok(Application())),
    ];

    private RestAnswer GatewayBot(RestRequest request) => RestAnswer.Ok(new JsonObject
    {
        ["url"] = state.Gateway.Url,
        ["shards"] = 1,
        ["session_start_limit"] = state.Gateway.Identifies.ToJson(),
    });

    private RestAnswer User(RestRequest request) =>
        state.AccountOf(request.Id("user_id")) is { } account ? RestAnswer.Ok(account.ToJson()) : throw new DiscordError(404, 10013, "Unknown User");

    private JsonObject Me()
    {
        var json = state.Bot.ToJson();
        json["mfa_enabled"] = false;
        json["locale"] = "en-US";
        json["premium_type"] = 0;
        json["email"] = null;
        json["verified"] = true;
        json["bio"] = "";
        return json;
    }

    private JsonArray MyGuilds() => new([.. state.Guilds.Values.Where(guild => guild.HasBot).Select(guild => new JsonObject
    {
        ["id"] = $"{guild.Id}",
        ["name"] = guild.Name,
        ["icon"] = null,
        ["banner"] = null,
        ["owner"] = false,
        ["permissions"] = "2248473465835073",
        ["features"] = new JsonArray(),
    })]);

    private JsonObject Application()
    {
        var flags = ApplicationFlags.Of(state.Options.PrivilegedIntents);
        return new JsonObject
        {
            ["id"] = $"{state.Bot.Id}",
            ["name"] = state.Bot.Name,
            ["icon"] = null,
            ["description"] = "",
            ["type"] = null,
            ["bot"] = state.Bot.ToJson(),
            ["bot_public"] = false,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = new string('0', 64),
            ["flags"] = flags,
            ["flags_new"] = $"{flags}",
            ["redirect_uris"] = new JsonArray(),
            ["interactions_endpoint_url"] = null,
            ["role_connections_verification_url"] = null,
            ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject() },
            ["owner"] = new Account(1, "owner", IsBot: false).ToJson(),
            ["approximate_guild_count"] = state.Guilds.Count,
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["event_webhooks_url"] = null,
            ["event_webhooks_status"] = 1,
            ["explicit_content_filter"] = 0,
            ["team"] = null,
            ["eligible_oauth2_scopes"] = new JsonArray(),
        };
    }
}
