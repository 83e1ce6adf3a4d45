namespace RepairBot.Testing.Time;

/// <summary>
/// A clock whose timers ring only as it is moved on, in due order. <see cref="RunAsync"/> moves it from one timer to the next by itself
/// while some work waits, so that a day of waiting takes no time. Starts on 2026-03-02 09:00 UTC, a Monday.
/// </summary>
public sealed class SteppedTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Ring> rings = [];
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var ring = new Ring(this, callback, state);
        ring.Change(dueTime, period);
        return ring;
    }

    /// <summary>Moves on, stopping at every timer on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var target = GetUtcNow() + by;
        while (RingNext(target))
        {
        }

        lock (gate)
        {
            now = target > now ? target : now;
        }
    }

    /// <summary>Moves on from timer to timer until the work is done.</summary>
    /// <param name="work">Waits for nothing but this clock and other tasks in memory.</param>
    /// <param name="until">As far as the clock goes; null for as far as it takes.</param>
    /// <exception cref="TimeoutException">The work was not done after a minute on the machine's clock.</exception>
    public async Task RunAsync(Task work, DateTimeOffset? until = null)
    {
        var began = System.GetTimestamp();
        while (!work.IsCompleted && !(until <= GetUtcNow()))
        {
            if (System.GetElapsedTime(began) > TimeSpan.FromMinutes(1))
            {
                throw new TimeoutException("The work waits for something that the clock does not bring.");
            }

            // What was set off last comes to rest before the clock moves.
            await QuietAsync(work);
            if (!work.IsCompleted && !RingNext(until ?? DateTimeOffset.MaxValue) && until is { } end)
            {
                Advance(end - GetUtcNow());
            }
        }

        if (work.IsCompleted)
        {
            await work;
        }
    }

    private static async Task QuietAsync(Task work)
    {
        for (var quiet = 0; quiet < 3 && !work.IsCompleted;)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(1), System));
            quiet = ThreadPool.PendingWorkItemCount == 0 ? quiet + 1 : 0;
        }
    }

    private bool RingNext(DateTimeOffset target)
    {
        Ring? next;
        lock (gate)
        {
            next = rings.Where(ring => ring.Due <= target).MinBy(ring => ring.Due);
            if (next is null)
            {
                return false;
            }

            now = next.Due > now ? next.Due : now;
            next.Rang();
        }

        next.Call();
        return true;
    }

    private sealed class Ring(SteppedTime owner, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner.gate)
            {
                owner.rings.Remove(this);
                this.period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = owner.now + dueTime;
                    owner.rings.Add(this);
                }
            }

            return true;
        }

        public void Rang()
        {
            if (period > TimeSpan.Zero)
            {
                Due += period;
            }
            else
            {
                owner.rings.Remove(this);
            }
        }

        public void Call() => callback(state);

        public void Dispose()
        {
            lock (owner.gate)
            {
                owner.rings.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
