using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RepairBot.Discord.Connection;

namespace RepairBot.Discord.Hosting;

/// <summary>Ends the program when Discord ended the connection for good: going on would change nothing.</summary>
internal sealed class EndForGood(GatewayWatch watch, IHostApplicationLifetime program, ILogger<EndForGood> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = StopWhenEndedAsync();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The reason is said again when the program ends.
    private async Task StopWhenEndedAsync()
    {
        log.EndedForGood(await watch.Ended);
        program.StopApplication();
    }
}
