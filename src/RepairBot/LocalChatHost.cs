using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RepairBot.Configuration;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Repairs;
using RepairBot.Core.Storage;
using RepairBot.LocalChat;
using RepairBot.LocalChat.Clock;

namespace RepairBot;

/// <summary>The bot with the local chat as its platform, ready to start.</summary>
internal static class LocalChatHost
{
    /// <param name="settings">What to run.</param>
    /// <param name="configuration">For what to log.</param>
    /// <param name="machine">The machine's time; the local chat's clock runs ahead of it when told.</param>
    public static WebApplication Build(BotSettings settings, IConfiguration configuration, TimeProvider machine)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddConsoleLog(configuration);
        builder.Services
            .AddBot(settings)
            .AddSingleton(new DeliveringPlatforms())
            .AddSingleton(_ => LocalClock.Open(settings.Storage.DataDirectory, machine))
            .AddSingleton<TimeProvider>(services => services.GetRequiredService<LocalClock>())
            .AddSingleton(services => new ClockMoves(
                services.GetRequiredService<LocalClock>(),
                services.GetRequiredService<IStore>(),
                cancellation => services.GetRequiredService<ReminderLoop>().ServeDueAsync(cancellation),
                services.GetRequiredService<ILogger<ClockMoves>>()));
        builder.Services.AddHostedService<ReminderWorker>();
        builder.Services.AddHostedService<IdleMemory>();
        builder.AddLocalChat(settings.LocalChat.Address);

        var app = builder.Build();
        BotServices.Open(app.Services);
        app.UseLocalChat();
        return app;
    }
}
