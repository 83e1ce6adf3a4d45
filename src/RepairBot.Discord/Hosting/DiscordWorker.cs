using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RepairBot.Discord.Connection;
using RepairBot.Discord.Delivery;
using RepairBot.Discord.Interactions;
using RepairBot.Discord.Texts;

namespace RepairBot.Discord.Hosting;

/// <summary>Connects at the start, and at the end takes nothing more and finishes what is in hand.</summary>
internal sealed class DiscordWorker(
    DiscordSocketClient client,
    DiscordSettings settings,
    GatewayEvents events,
    GatewayWatch watch,
    SettingUp settingUp,
    Outbox outbox,
    MissedTexts missed,
    Lines lines,
    IHostApplicationLifetime program,
    TimeProvider time,
    ILogger<DiscordWorker> log)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan ReadingFirst = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan InHand = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastSends = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stopping = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        outbox.Start();
        events.Listen(client);
        client.Ready += OnReadyAsync;
        watch.Watch(client);
        _ = StopWhenEndedAsync();

        // What was typed while the program was off comes before what is typed now, unless there is very much of it.
        var reading = missed.TakeUpAsync(stopping.Token);
        await Task.WhenAny(reading, Task.Delay(ReadingFirst, time, cancellationToken));
        await client.LoginAsync(TokenType.Bot, settings.Token);
        await client.StartAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await client.StopAsync();
        await lines.CloseAsync(InHand, time);
        await outbox.StopAsync(LastSends);
        await stopping.CancelAsync();
    }

    public void Dispose() => stopping.Dispose();

    // Going on would change nothing; the reason is said again when the program ends.
    private async Task StopWhenEndedAsync()
    {
        log.EndedForGood(await watch.Ended);
        program.StopApplication();
    }

    private Task OnReadyAsync()
    {
        var joined = client.Guilds.Select(guild => guild.Id).ToList();
        _ = Task.Run(() => settingUp.RegisterAsync(joined, stopping.Token));
        return Task.CompletedTask;
    }
}
