using Microsoft.Extensions.Hosting;
using RepairBot.Discord.Delivery;

namespace RepairBot.Discord.Hosting;

/// <summary>Sends what waits from the first moment to the last.</summary>
internal sealed class OutboxWorker(Outbox outbox) : IHostedService
{
    private static readonly TimeSpan LastSends = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        outbox.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => outbox.StopAsync(LastSends);
}
