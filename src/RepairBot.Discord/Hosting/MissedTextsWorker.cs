using Microsoft.Extensions.Hosting;
using RepairBot.Discord.Texts;

namespace RepairBot.Discord.Hosting;

/// <summary>What was typed while the program was off comes before what is typed now, unless there is very much of it.</summary>
internal sealed class MissedTextsWorker(MissedTexts missed, TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan ReadingFirst = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stopping = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var reading = missed.TakeUpAsync(stopping.Token);
        await Task.WhenAny(reading, Task.Delay(ReadingFirst, time, cancellationToken));
    }

    public Task StopAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    public void Dispose() => stopping.Dispose();
}
