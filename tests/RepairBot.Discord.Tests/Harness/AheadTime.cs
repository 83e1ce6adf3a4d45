namespace RepairBot.Discord.Tests.Harness;

/// <summary>The machine's clock, some way ahead: on Discord more time lies between two texts than it takes a test to send them.</summary>
internal sealed class AheadTime : TimeProvider
{
    private long ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
