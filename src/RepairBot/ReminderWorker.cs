using Microsoft.Extensions.Hosting;
using RepairBot.Core.CheckIns;

namespace RepairBot;

/// <summary>Keeps looking for reminders that came due, as long as the program runs.</summary>
internal sealed class ReminderWorker(ReminderLoop reminders) : BackgroundService
{
    // A ping is due at a minute of somebody's day; a second late is on time, and a look costs microseconds.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => reminders.RunAsync(Pause, stoppingToken);
}
