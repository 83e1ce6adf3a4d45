using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Delivery;
using RepairBot.Core.Repairs;
using RepairBot.Discord.Commands;
using RepairBot.Discord.Connection;
using RepairBot.Discord.Delivery;
using RepairBot.Discord.Http;
using RepairBot.Discord.Interactions;
using RepairBot.Discord.Rendering;
using RepairBot.Discord.Texts;

namespace RepairBot.Discord.Hosting;

/// <summary>Puts Discord into a host as its platform. Needs the conversation's services and a <see cref="TimeProvider"/> among the services.</summary>
public static class DiscordRegistration
{
    /// <summary>The platform's name, as identities carry it: its messages wait until Discord has confirmed them.</summary>
    public const string Platform = Origin.Platform;

    /// <summary>The key of a clock for what waits on the network, where it is to be another than the conversation's.</summary>
    internal const string WireTime = "discord-wire";

    private static readonly Uri OwnApi = new("https://discord.com/api/v10/");

    /// <summary>Declares all of it; a hosted service connects.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordSettings settings)
    {
        AddHttp(services, settings);
        AddDelivery(services, settings);
        AddDesks(services, settings);
        return services
            .AddSingleton(settings)
            .AddSingleton<CommandIds>()
            .AddSingleton(provider => new CommandRegistration(provider.GetRequiredService<BotRest>().Rest, provider.GetRequiredService<CommandIds>(), Time(provider)))
            .AddSingleton<GatewayWatch>()
            .AddSingleton(provider => new DiscordSocketClient(Config(settings, provider.GetRequiredService<GatewayWatch>(), Time(provider))))
            .AddSingleton<GatewayEvents>()
            .AddSingleton<SettingUp>()
            .AddHostedService<DiscordWorker>();
    }

    /// <summary>Whether the gateway's connection stands and its heartbeats are answered.</summary>
    public static bool IsDiscordConnected(this IServiceProvider services) => services.GetRequiredService<GatewayWatch>().IsAlive;

    /// <summary>What the operator can do where Discord ended the connection for good; null where it did not.</summary>
    public static string? WhyDiscordEnded(this IServiceProvider services) =>
        services.GetRequiredService<GatewayWatch>().Ended is { IsCompletedSuccessfully: true, Result: var code } ? CloseCode.CureOf(code) : null;

    private static void AddHttp(IServiceCollection services, DiscordSettings settings)
    {
        var api = Below(settings.ApiBaseUrl ?? OwnApi);
        services
            .AddSingleton(provider => new BotRest(new DiscordRest(
                DiscordRest.Client(api, settings.Token), new RateLimits(Time(provider)), Time(provider))))
            .AddSingleton(provider => new CallbackClient(
                new DiscordRest(DiscordRest.Client(api, token: null), new RateLimits(Time(provider)), Time(provider)), Time(provider)));
    }

    private static void AddDelivery(IServiceCollection services, DiscordSettings settings) => services
        .AddSingleton<OutgoingMessages>()
        .AddSingleton<DirectChannels>()
        .AddSingleton<Reach>()
        .AddSingleton(new DeliveryPace())
        .AddSingleton<MessageView>(provider =>
        {
            var ids = provider.GetRequiredService<CommandIds>();
            return (message, recipient) => MessageRenderer.Render(message, new RenderContext(recipient.Language ?? settings.DefaultLanguage, ids.Known));
        })
        .AddSingleton(provider => new Outbox(
            provider.GetRequiredService<OutgoingMessages>(),
            provider.GetRequiredService<DeliveringPlatforms>(),
            provider.GetRequiredService<MessageView>(),
            provider.GetRequiredService<BotRest>().Rest,
            provider.GetRequiredService<DirectChannels>(),
            provider.GetRequiredService<DeliveryPace>(),
            Time(provider),
            provider.GetRequiredService<ILogger<Outbox>>()));

    private static void AddDesks(IServiceCollection services, DiscordSettings settings) => services
        .AddSingleton<FormOpening>()
        .AddSingleton<Acknowledger>()
        .AddSingleton<AloneTrail>()
        .AddSingleton<Alone>()
        .AddSingleton<Lines>()
        .AddSingleton<KnownPeople>()
        .AddSingleton<Turns>()
        .AddSingleton<Replying>()
        .AddSingleton(provider => new InteractionDesk(
            provider.GetRequiredService<Acknowledger>(),
            provider.GetRequiredService<Turns>(),
            provider.GetRequiredService<Replying>(),
            provider.GetRequiredService<Lines>(),
            settings.AllowedGuilds,
            provider.GetRequiredService<ILogger<InteractionDesk>>()))
        .AddSingleton<TextDesk>()
        .AddSingleton(provider => new MissedTexts(
            provider.GetRequiredService<BotRest>().Rest,
            provider.GetRequiredService<OutgoingMessages>(),
            provider.GetRequiredService<KnownPeople>(),
            provider.GetRequiredService<TextDesk>(),
            provider.GetRequiredService<ILogger<MissedTexts>>()));

    // Direct messages are all the bot reads; interactions come without any intent.
    private static DiscordSocketConfig Config(DiscordSettings settings, GatewayWatch watch, TimeProvider time) => new()
    {
        GatewayIntents = GatewayIntents.DirectMessages,
        GatewayHost = settings.GatewayUrl?.AbsoluteUri,
        RestClientProvider = RestGuard.Provider(settings.ApiBaseUrl is { } api ? Below(api) : null, time),
        WebSocketProvider = GuardedSocket.Provider(new IdentifyBudget(time, settings.SessionsFile), watch, settings.GatewayUrl, time),
        MaxWaitBetweenGuildAvailablesBeforeReady = 0,
        UseInteractionSnowflakeDate = false,
        LogLevel = LogSeverity.Warning,
    };

    // Routes are resolved below the address, which a slash at its end makes a folder.
    private static Uri Below(Uri api) => api.AbsoluteUri.EndsWith('/') ? api : new Uri(api.AbsoluteUri + "/");

    // What waits on the network may go by a clock of its own: in a test the conversation's stands still.
    private static TimeProvider Time(IServiceProvider provider) =>
        provider.GetKeyedService<TimeProvider>(WireTime) ?? provider.GetRequiredService<TimeProvider>();
}

/// <summary>Discord's REST interface with the bot's token; interactions are answered without it.</summary>
internal sealed record BotRest(DiscordRest Rest);
