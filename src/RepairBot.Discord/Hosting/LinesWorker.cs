using Microsoft.Extensions.Hosting;
using RepairBot.Discord.Interactions;

namespace RepairBot.Discord.Hosting;

/// <summary>At the end, finishes the turns in hand.</summary>
internal sealed class LinesWorker(Lines lines, TimeProvider time) : IHostedService
{
    private static readonly TimeSpan InHand = TimeSpan.FromSeconds(10);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => lines.CloseAsync(InHand, time);
}
