namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>Counts what happened within a moving window of time.</summary>
internal sealed class Counter(Allowance allowance, TimeProvider time)
{
    private readonly Queue<DateTimeOffset> taken = new();

    /// <summary>Takes one; false when the allowance is used up.</summary>
    public bool TryTake()
    {
        if (Left <= 0)
        {
            return false;
        }

        taken.Enqueue(time.GetUtcNow());
        return true;
    }

    /// <summary>How many may still be taken now.</summary>
    public int Left
    {
        get
        {
            var now = time.GetUtcNow();
            while (taken.TryPeek(out var oldest) && oldest + allowance.Within <= now)
            {
                taken.Dequeue();
            }

            return allowance.Count - taken.Count;
        }
    }

    /// <summary>How long until one more may be taken than now; zero when nothing was taken.</summary>
    public TimeSpan UntilNext => taken.TryPeek(out var oldest) ? oldest + allowance.Within - time.GetUtcNow() : TimeSpan.Zero;
}
