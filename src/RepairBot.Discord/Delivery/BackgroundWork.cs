using Microsoft.Extensions.Logging;

namespace RepairBot.Discord.Delivery;

/// <summary>Tasks that nobody waits for, until the end: then they are cancelled and waited for. May be used from many threads.</summary>
internal sealed class BackgroundWork(ILogger log) : IDisposable
{
    private readonly Lock gate = new();
    private readonly HashSet<Task> running = [];
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Cancelled when the end comes.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Begins a task.</summary>
    public void Run(Func<Task> work)
    {
        lock (gate)
        {
            var task = Task.Run(() => EndQuietlyAsync(work));
            running.Add(task);
            _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Cancels what runs and waits for it.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        Task[] left;
        lock (gate)
        {
            left = [.. running];
        }

        await Task.WhenAll(left);
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    private async Task EndQuietlyAsync(Func<Task> work)
    {
#pragma warning disable CA1031 // Nobody waits for this task, so that this is the last place to say what happened.
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            log.DeliveryFailed(e.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private void Forget(Task task)
    {
        lock (gate)
        {
            running.Remove(task);
        }
    }
}
