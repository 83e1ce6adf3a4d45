using Microsoft.Extensions.Hosting;

namespace RepairBot;

/// <summary>
/// Gives memory back once a busy while is over. The collector runs when something is allocated; a program that nobody talks to allocates
/// nothing, and would keep for days what its last conversation left behind.
/// </summary>
internal sealed class IdleMemory : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    /// <summary>Less than this between two looks is idle: waiting and health checks alone allocate some.</summary>
    private const long Idle = 512 * 1024;

    /// <summary>Less than this since the last time is not worth a collection.</summary>
    private const long Worthwhile = 4 * 1024 * 1024;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        var (seen, collected) = (GC.GetTotalAllocatedBytes(), 0L);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - seen < Idle && now - collected > Worthwhile)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                collected = now;
            }

            seen = now;
        }
    }
}
