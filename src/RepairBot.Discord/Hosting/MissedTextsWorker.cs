using Discord.WebSocket;
using Microsoft.Extensions.Hosting;
using RepairBot.Discord.Texts;

namespace RepairBot.Discord.Hosting;

/// <summary>
/// What was typed while the program was off comes before what is typed now, unless there is very much of it. With each new session it is looked
/// for again: what came in between, or while a line was down for longer than Discord remembers, is told to nobody.
/// </summary>
internal sealed class MissedTextsWorker(DiscordSocketClient client, MissedTexts missed, TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan ReadingFirst = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stopping = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        client.Ready += OnReadyAsync;
        var reading = missed.TakeUpAsync(stopping.Token);
        await Task.WhenAny(reading, Task.Delay(ReadingFirst, time, cancellationToken));
    }

    public Task StopAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    public void Dispose() => stopping.Dispose();

    private Task OnReadyAsync()
    {
        _ = Task.Run(() => missed.TakeUpAsync(stopping.Token));
        return Task.CompletedTask;
    }
}
