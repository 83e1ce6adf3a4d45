using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Delivery;
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

    /// <summary>Declares all of it; hosted services connect, and at the end finish what is in hand.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordSettings settings) => services
        .AddSingleton(settings)
        .AddHttp(settings)
        .AddDelivery(settings)
        .AddDesks(settings)
        .AddGateway(settings)
        .AddWorkers();

    /// <summary>Whether the gateway's connection stands and its heartbeats are answered.</summary>
    public static bool IsDiscordConnected(this IServiceProvider services) => services.GetRequiredService<GatewayWatch>().IsAlive;

    /// <summary>What the operator can do where Discord ended the connection for good; null where it did not.</summary>
    public static string? WhyDiscordEnded(this IServiceProvider services) =>
        services.GetRequiredService<GatewayWatch>().Ended is { IsCompletedSuccessfully: true, Result: var code } ? CloseCode.CureOf(code) : null;

    // Whoever asks for the REST interface gets the one with the bot's token; interactions are answered without it.
    private static IServiceCollection AddHttp(this IServiceCollection services, DiscordSettings settings)
    {
        var api = Below(settings.ApiBaseUrl ?? OwnApi);
        return services
            .AddSingleton(provider => Rest(api, settings.Token, Time(provider)))
            .AddSingleton(provider => new CallbackClient(Rest(api, token: null, Time(provider)), Time(provider)));
    }

    private static IServiceCollection AddDelivery(this IServiceCollection services, DiscordSettings settings) => services
        .AddSingleton<OutgoingMessages>()
        .AddSingleton<Reach>()
        .AddSingleton<DirectChannels>()
        .AddSingleton(new DeliveryPace())
        .AddSingleton<MessageView>(provider =>
        {
            var ids = provider.GetRequiredService<CommandIds>();
            return (message, recipient) => MessageRenderer.Render(message, new RenderContext(recipient.Language ?? settings.DefaultLanguage, ids.Known));
        })
        .AddSingleton(OnWireTime<Doubts>)
        .AddSingleton(OnWireTime<MessageSender>)
        .AddSingleton(OnWireTime<ChannelOpener>)
        .AddSingleton(OnWireTime<Goodbye>)
        .AddSingleton<Courier>()
        .AddSingleton(OnWireTime<Rounds>)
        .AddSingleton(OnWireTime<Sweep>)
        .AddSingleton<Outbox>();

    private static IServiceCollection AddDesks(this IServiceCollection services, DiscordSettings settings) => services
        .AddSingleton<FormOpening>()
        .AddSingleton<Acknowledger>()
        .AddSingleton<AloneTrail>()
        .AddSingleton<Alone>()
        .AddSingleton<Lines>()
        .AddSingleton<KnownPeople>()
        .AddSingleton<Turns>()
        .AddSingleton<Replying>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<InteractionDesk>(provider, settings.AllowedGuilds))
        .AddSingleton<TextDesk>()
        .AddSingleton<MissedTexts>();

    private static IServiceCollection AddGateway(this IServiceCollection services, DiscordSettings settings) => services
        .AddSingleton<CommandIds>()
        .AddSingleton(OnWireTime<CommandRegistration>)
        .AddSingleton<SettingUp>()
        .AddSingleton<GatewayWatch>()
        .AddSingleton<GatewayEvents>()
        .AddSingleton(provider => new DiscordSocketClient(Config(
            settings,
            provider.GetRequiredService<GatewayWatch>(),
            new IdentifyBudget(Time(provider), settings.SessionsFile, provider.GetRequiredService<ILogger<IdentifyBudget>>()),
            Time(provider))));

    // They start in this order, each once the one before has, and stop in the opposite order: nothing more comes in, then what came in
    // is finished, then what it says is sent.
    private static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddHostedService<OutboxWorker>()
        .AddHostedService<LinesWorker>()
        .AddHostedService<MissedTextsWorker>()
        .AddHostedService<GatewayWorker>()
        .AddHostedService<EndForGood>();

    // Direct messages are all the bot reads; interactions come without any intent.
    private static DiscordSocketConfig Config(DiscordSettings settings, GatewayWatch watch, IdentifyBudget budget, TimeProvider time) => new()
    {
        GatewayIntents = GatewayIntents.DirectMessages,
        GatewayHost = settings.GatewayUrl?.AbsoluteUri,
        RestClientProvider = RestGuard.Provider(settings.ApiBaseUrl is { } api ? Below(api) : null, time, watch.NoteTokenRefused),
        WebSocketProvider = GuardedSocket.Provider(budget, watch, settings.GatewayUrl, time),
        MaxWaitBetweenGuildAvailablesBeforeReady = 0,
        UseInteractionSnowflakeDate = false,
        LogLevel = LogSeverity.Warning,
    };

    private static DiscordRest Rest(Uri api, string? token, TimeProvider time) => new(DiscordRest.Client(api, token), new RateLimits(time), time);

    // Routes are resolved below the address, which a slash at its end makes a folder.
    private static Uri Below(Uri api) => api.AbsoluteUri.EndsWith('/') ? api : new Uri(api.AbsoluteUri + "/");

    private static T OnWireTime<T>(IServiceProvider provider) => ActivatorUtilities.CreateInstance<T>(provider, Time(provider));

    // What waits on the network may go by a clock of its own: in a test the conversation's stands still.
    private static TimeProvider Time(IServiceProvider provider) =>
        provider.GetKeyedService<TimeProvider>(WireTime) ?? provider.GetRequiredService<TimeProvider>();
}
