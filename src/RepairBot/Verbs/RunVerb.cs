using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RepairBot.Configuration;
using RepairBot.LocalChat;

namespace RepairBot.Verbs;

/// <summary>Runs the bot until it is told to stop. What is being answered then is finished first.</summary>
internal static class RunVerb
{
    public static async Task<int> RunAsync(IReadOnlyList<string> settingArguments, CancellationToken cancellationToken)
    {
        var configuration = ConfigurationSources.Read(settingArguments);
        var settings = BotSettings.Read(configuration);
        return settings.Discord.Token is null
            ? await RunLocalChatAsync(settings, configuration, cancellationToken)
            : await RunOnDiscordAsync(settings, configuration, cancellationToken);
    }

    private static async Task<int> RunOnDiscordAsync(BotSettings settings, IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (await RunUntilEndAsync(settings, configuration, cancellationToken) is not { } why)
        {
            return 0;
        }

        // The last line of all, after what was logged on the way out.
        await Console.Error.WriteLineAsync(why);
        return Plainly.Failed;
    }

    // Why Discord ended it for good; null when it was told to stop.
    private static async Task<string?> RunUntilEndAsync(BotSettings settings, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var host = DiscordHost.Build(settings, configuration, TimeProvider.System);
        await using var disposing = (IAsyncDisposable)host;
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("RepairBot");
        await host.StartAsync(cancellationToken);
        GiveBackWhatStartingTook();
        Log.StartedOnDiscord(logger, settings.Storage.Store);
        await Console.Out.WriteLineAsync("Running on Discord. Ctrl+C stops it.");
        await host.WaitForShutdownAsync(cancellationToken);
        Log.Stopped(logger);
        return Composition.WhyEnded(host.Services);
    }

    private static async Task<int> RunLocalChatAsync(BotSettings settings, IConfiguration configuration, CancellationToken cancellationToken)
    {
        await using var app = LocalChatHost.Build(settings, configuration, TimeProvider.System);
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("RepairBot");
        await StartAsync(app, cancellationToken);
        GiveBackWhatStartingTook();
        Log.Started(logger, settings.Storage.Store);
        await Console.Out.WriteLineAsync($"Open {app.LocalChatUrl()} in a browser. It answers this machine only. Ctrl+C stops it.");
        await app.WaitForShutdownAsync(cancellationToken);
        Log.Stopped(logger);
        return 0;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            // What has started already ends before its store is closed.
            await app.StopAsync(CancellationToken.None);
            throw new SettingsException(
                ["LocalChat:Url: another program has this port. Stop that one (it may be RepairBot itself), or choose another port: --LocalChat:Url http://127.0.0.1:5081"]);
        }
    }

    // Reading lexicons and guides leaves some forty megabytes behind that nobody needs again, and an idle program would never collect them.
    private static void GiveBackWhatStartingTook() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
