using Microsoft.Extensions.Logging;
using RepairBot.Core.Storage;

namespace RepairBot.LocalChat.Clock;

/// <summary>The time here and when the next reminder is due, both UTC; no reminder waits when it is null.</summary>
public readonly record struct ClockReading(DateTimeOffset Now, DateTimeOffset? Next);

/// <summary>Moves the clock on and has reminders served on the way. Moves come one after the other.</summary>
/// <param name="clock">The clock.</param>
/// <param name="store">Knows when the next reminder is due.</param>
/// <param name="serveDue">
/// Serves everything that is due by the clock. Its task ends when that is done, also for what was being served already when it was called.
/// </param>
/// <param name="logger">Notes each move.</param>
public sealed class ClockMoves(LocalClock clock, IStore store, Func<CancellationToken, Task> serveDue, ILogger<ClockMoves> logger) : IDisposable
{
    /// <summary>Longest single move.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The time and the next reminder.</summary>
    public async Task<ClockReading> ReadAsync(CancellationToken cancellationToken)
    {
        var next = await store.NextDueAsync(cancellationToken);
        return new ClockReading(clock.GetUtcNow(), next);
    }

    /// <summary>Moves on with a stop at every due time on the way; null when that is too far ahead, and then nothing moved.</summary>
    public Task<ClockReading?> MoveAsync(TimeSpan by, CancellationToken cancellationToken) =>
        OneByOneAsync(by, StopAtEachAsync, cancellationToken);

    /// <summary>As after downtime: moves first and serves afterwards.</summary>
    public Task<ClockReading?> SleepAsync(TimeSpan by, CancellationToken cancellationToken) =>
        OneByOneAsync(by, (_, _) => Task.CompletedTask, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<ClockReading?> OneByOneAsync(
        TimeSpan by, Func<DateTimeOffset, CancellationToken, Task> onTheWay, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, Longest);

        await turn.WaitAsync(cancellationToken);
        try
        {
            if (clock.Ahead + by > LocalClock.FarthestAhead)
            {
                return null;
            }

            var target = clock.GetUtcNow() + by;
            await onTheWay(target, cancellationToken);
            clock.MoveTo(target);
            await serveDue(cancellationToken);
            Log.ClockMoved(logger, by, clock.Ahead);
            return await ReadAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    // What stays due after it was served could not be served; the loop behind tries it again, and time goes on.
    private async Task StopAtEachAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        await serveDue(cancellationToken);
        while (await store.NextDueAsync(cancellationToken) is { } due && due <= target && due > clock.GetUtcNow())
        {
            clock.MoveTo(due);
            await serveDue(cancellationToken);
        }
    }
}
