namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>The application's flags that say which privileged intents are on, as an app in few guilds has them.</summary>
internal static class ApplicationFlags
{
    private const int PresenceLimited = 1 << 13;
    private const int GuildMembersLimited = 1 << 15;
    private const int MessageContentLimited = 1 << 19;

    public static int Of(GatewayIntents granted) =>
        (granted.HasFlag(GatewayIntents.GuildPresences) ? PresenceLimited : 0)
        | (granted.HasFlag(GatewayIntents.GuildMembers) ? GuildMembersLimited : 0)
        | (granted.HasFlag(GatewayIntents.MessageContent) ? MessageContentLimited : 0);
}
