using System.Collections.Immutable;

namespace RepairBot.Discord.Hosting;

/// <summary>How the bot reaches Discord, already checked.</summary>
public sealed record DiscordSettings
{
    /// <summary>The bot's token. A secret.</summary>
    public required string Token { get; init; }

    /// <summary>The one server whose commands are registered; null for everywhere.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>The servers the bot is for; empty for all it is invited to.</summary>
    public ImmutableArray<ulong> AllowedGuilds { get; init; } = [];

    /// <summary>The REST address of a proxy or a test; null for Discord's own.</summary>
    public Uri? ApiBaseUrl { get; init; }

    /// <summary>The gateway address of a proxy or a test; null for Discord's own.</summary>
    public Uri? GatewayUrl { get; init; }

    /// <summary>Where new sessions with Discord are noted, so that starting over and over stays within Discord's limit; null for nowhere.</summary>
    public string? SessionsFile { get; init; }

    /// <summary>Language of people who chose none.</summary>
    public string DefaultLanguage { get; init; } = "en";

    /// <summary>Prints no token.</summary>
    public override string ToString() => nameof(DiscordSettings);
}
