using System.Collections.Immutable;

namespace RepairBot.Configuration;

/// <summary>How the bot reaches Discord. With a token it runs there, without one the local chat runs.</summary>
internal sealed record DiscordOptions(string? Token, ulong? GuildId, ImmutableArray<ulong> AllowedGuilds, Uri? ApiBaseUrl, Uri? GatewayUrl, Uri? HealthUrl)
{
    public static DiscordOptions Read(SettingReader settings) => new(
        settings.Secret(
            "Discord:Token",
            Composition.HasDiscord
                ? "the bot's token: three parts of letters, digits, - and _, with dots between"
                : "left empty: this build has no Discord adapter, and the local chat is the bot",
            text => Composition.HasDiscord && LooksLikeToken(text),
            "The bot's token. With it the bot runs on Discord, without it the local chat runs. A secret; it never appears in a message."),
        settings.Snowflake("Discord:GuildId", "Register the commands in this one server, where they appear at once. Not set: everywhere."),
        settings.Snowflakes("Discord:AllowedGuilds", "The servers the bot stays in. Not set: all that it is invited to."),
        settings.Url("Discord:ApiBaseUrl", "Discord's REST address, for a proxy or for tests. Not set: Discord itself.", "https", "http"),
        settings.Url("Discord:GatewayUrl", "Discord's gateway address, for a proxy or for tests. Not set: Discord itself.", "wss", "ws"),
        settings.Url("RepairBot:HealthUrl", "Where `/healthz` answers while the bot runs on Discord. The local chat answers it at its own address.", "http"));

    private static bool LooksLikeToken(string text) =>
        text.Split('.') is { Length: 3 } parts && parts.All(part => part.Length > 0 && part.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_'));
}
