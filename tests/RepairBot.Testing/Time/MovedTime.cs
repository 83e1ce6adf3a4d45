namespace RepairBot.Testing.Time;

/// <summary>
/// A clock that runs as the machine's does and can be moved on: instants jump, timers take the time they take. For what waits on sockets.
/// Starts on 2026-03-02 09:00 UTC, a Monday.
/// </summary>
public sealed class MovedTime : TimeProvider
{
    private readonly long began = System.GetTimestamp();
    private long passed;
    private long ticks = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(Interlocked.Read(ref ticks) + Interlocked.Read(ref passed), TimeSpan.Zero) + System.GetElapsedTime(began);

    /// <summary>The same clock as it stands between two moves: for a conversation whose words hold times to the minute.</summary>
    public TimeProvider Standing => new StandingTime(this);

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <summary>Lets time pass here that does not pass on the standing clock.</summary>
    public void Pass(TimeSpan by) => Interlocked.Add(ref passed, by.Ticks);

    private sealed class StandingTime(MovedTime time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref time.ticks), TimeSpan.Zero);
    }
}
