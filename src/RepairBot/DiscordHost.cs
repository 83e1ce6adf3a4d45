using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RepairBot.Configuration;

namespace RepairBot;

/// <summary>The bot with Discord as its platform, ready to start.</summary>
internal static class DiscordHost
{
    /// <param name="settings">What to run; with a token.</param>
    /// <param name="configuration">For what to log.</param>
    /// <param name="time">The machine's time.</param>
    public static IHost Build(BotSettings settings, IConfiguration configuration, TimeProvider time)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddConsoleLog(configuration);
        builder.Services.AddBot(settings).AddSingleton(time);
        Composition.AddDiscord(builder.Services, settings);
        builder.Services.AddHostedService<ReminderWorker>();
        builder.Services.AddHostedService<IdleMemory>();
        if (settings.Discord.HealthUrl is { } address)
        {
            builder.Services.AddHostedService(services => new HealthPage(address, services));
        }

        // Turns in hand and what they say get a moment to end.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        var host = builder.Build();
        BotServices.Open(host.Services);
        return host;
    }
}
