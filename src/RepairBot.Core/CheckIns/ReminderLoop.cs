using Microsoft.Extensions.Logging;
using RepairBot.Core.Repairs;
using RepairBot.Core.Storage;

namespace RepairBot.Core.CheckIns;

/// <summary>
/// Serves what is due: claims rows in due order, each person's together, and hands them to the one way in. One person's trouble never
/// stops the rest; a claim that was not served is claimed again when its lease is over. Any number of processes may run it.
/// </summary>
public sealed class ReminderLoop(IStore store, TurnLoop turns, TimeProvider time, ILogger<ReminderLoop> log) : IDisposable
{
    /// <summary>How long a claim is held: long enough for a whole batch on a slow disk.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Most rows claimed at once.</summary>
    public const int Batch = 500;

    // Whoever asks for what is due waits for what is being served already, so that nothing due is still on its way when this returns.
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Serves everything due by now. Returns how many people were served.</summary>
    /// <param name="cancellationToken">Stops before the next person; what was claimed and not served is claimed again later.</param>
    /// <exception cref="StoreException">The store can't be asked what is due; the caller tries again later.</exception>
    public async Task<int> ServeDueAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await ServeAllAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task<int> ServeAllAsync(CancellationToken cancellationToken)
    {
        var served = 0;
        while (true)
        {
            var claimed = await store.ClaimDueAsync(time.GetUtcNow(), Lease, Batch, cancellationToken);
            foreach (var person in claimed.GroupBy(row => row.Person))
            {
                cancellationToken.ThrowIfCancellationRequested();
                served += await ServeAsync([.. person], cancellationToken) ? 1 : 0;
            }

            if (claimed.Count < Batch)
            {
                return served;
            }
        }
    }

    /// <summary>Serves until it is stopped, looking again at least once every <paramref name="pause"/>.</summary>
    public async Task RunAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(pause);
        do
        {
            try
            {
                await ServeDueAsync(cancellationToken);
            }
            catch (StoreException e)
            {
                // The store may be back the next time; nothing is lost, since rows stay until a turn drops them.
                log.RemindersWait(e.Failure);
            }
        }
        while (await NextTickAsync(timer, cancellationToken));
    }

    // Being told to stop is no failure.
    private static async Task<bool> NextTickAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> ServeAsync(IReadOnlyList<StoredReminder> due, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // One bad row or one person's trouble must not keep everybody else's pings; the lease brings it back.
        try
        {
            return await turns.ServeAsync(due, cancellationToken) is not null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.ReminderFailed(e.GetType().Name, due.Count);
            return false;
        }
#pragma warning restore CA1031
    }
}
