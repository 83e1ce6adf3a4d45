namespace RepairBot.LoopbackDiscord.State;

/// <summary>Ids that say when they were made, and always grow.</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private ulong last;

    public ulong Next()
    {
        var now = (ulong)Math.Max(0, (time.GetUtcNow() - Epoch).TotalMilliseconds) << 22;
        return last = Math.Max(now, last + 1);
    }
}
