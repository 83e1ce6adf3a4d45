using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RepairBot.Configuration;
using RepairBot.Core.Storage;
using RepairBot.Sql;
#if !RESTRICTED_FEED
using RepairBot.Core.Repairs;
using RepairBot.Discord.Hosting;
using RepairBot.LiteDb;
#endif

namespace RepairBot;

/// <summary>What this build is made of: the one place that knows the two flavours (docs/decisions/0001-two-flavours.md).</summary>
internal static class Composition
{
    /// <summary>The stores this build can open, the default first.</summary>
#if RESTRICTED_FEED
    public static ImmutableArray<StoreKind> Stores { get; } = [StoreKind.Sqlite];
#else
    public static ImmutableArray<StoreKind> Stores { get; } = [StoreKind.LiteDb, StoreKind.Sqlite];
#endif

    /// <summary>Whether this build can run on Discord.</summary>
#if RESTRICTED_FEED
    public static bool HasDiscord => false;
#else
    public static bool HasDiscord => true;
#endif

    /// <summary>Puts Discord into a host as its platform.</summary>
    public static void AddDiscord(IServiceCollection services, BotSettings settings)
    {
#if RESTRICTED_FEED
        throw NotInThisBuild();
#else
        services
            .AddSingleton(new DeliveringPlatforms(DiscordRegistration.Platform))
            .AddDiscord(new DiscordSettings
            {
                Token = settings.Discord.Token ?? throw new InvalidOperationException("Without a token the local chat runs."),
                GuildId = settings.Discord.GuildId,
                AllowedGuilds = settings.Discord.AllowedGuilds,
                ApiBaseUrl = settings.Discord.ApiBaseUrl,
                GatewayUrl = settings.Discord.GatewayUrl,
                SessionsFile = Path.Combine(settings.Storage.DataDirectory, "discord-sessions"),
                DefaultLanguage = settings.Guides.DefaultLanguage,
            });
#endif
    }

    /// <summary>Whether the connection to Discord stands.</summary>
    public static bool IsConnected(IServiceProvider services)
    {
#if RESTRICTED_FEED
        throw NotInThisBuild();
#else
        return services.IsDiscordConnected();
#endif
    }

    /// <summary>What the operator can do where Discord ended the connection for good; null where it did not.</summary>
    public static string? WhyEnded(IServiceProvider services)
    {
#if RESTRICTED_FEED
        throw NotInThisBuild();
#else
        return services.WhyDiscordEnded();
#endif
    }

    /// <summary>Opens the store the settings name.</summary>
    /// <exception cref="StoreException">In use, foreign, damaged or unavailable.</exception>
    public static IStore OpenStore(StorageOptions storage, ILoggerFactory loggers) => storage.Store switch
    {
        StoreKind.Sqlite => SqliteStore.Open(storage.DataDirectory, loggers.CreateLogger<SqliteStore>()),
#if RESTRICTED_FEED
        StoreKind.LiteDb => throw NotInThisBuild(),
#else
        StoreKind.LiteDb => LiteDbStore.Open(storage.DataDirectory, loggers.CreateLogger<LiteDbStore>()),
#endif
    };

    /// <summary>Asks Discord whether the bot could run there, a line each.</summary>
    public static async Task<IReadOnlyList<(string What, bool Holds, string Says)>> CheckDiscordAsync(BotSettings settings, TimeProvider time)
    {
#if RESTRICTED_FEED
        await Task.CompletedTask;
        throw NotInThisBuild();
#else
        var found = await Discord.Setup.DiscordCheck.RunAsync(
            new Discord.Hosting.DiscordSettings
            {
                Token = settings.Discord.Token ?? throw new InvalidOperationException("Without a token there is nothing to check."),
                GuildId = settings.Discord.GuildId,
                ApiBaseUrl = settings.Discord.ApiBaseUrl,
            },
            time,
            CancellationToken.None);
        return [.. found.Select(line => (line.What, line.Holds, line.Says))];
#endif
    }

    /// <summary>Makes a backup the content of a data directory that holds no store yet.</summary>
    /// <exception cref="StoreException">The directory holds data, or the file is no backup of that store.</exception>
    public static void RestoreStore(StorageOptions storage, string backup)
    {
        switch (storage.Store)
        {
            case StoreKind.Sqlite:
                SqliteStore.Restore(backup, storage.DataDirectory);
                break;
            case StoreKind.LiteDb:
#if RESTRICTED_FEED
                throw NotInThisBuild();
#else
                LiteDbStore.Restore(backup, storage.DataDirectory);
                break;
#endif
        }
    }

#if RESTRICTED_FEED
    private static System.Diagnostics.UnreachableException NotInThisBuild() => new("The settings refuse what this build lacks.");
#endif
}
