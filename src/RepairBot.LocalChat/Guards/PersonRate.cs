using System.Threading.RateLimiting;

namespace RepairBot.LocalChat.Guards;

/// <summary>
/// How much one person may send: 50 a second, and 200 at once after a rest. By the machine's own time, not by the clock that can be moved.
/// A person who sends nothing for a while costs no memory.
/// </summary>
internal sealed class PersonRate : IDisposable
{
    public const int Burst = 200;
    public const int PerSecond = 50;

    private const int RefillsPerSecond = 10;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(person =>
        RateLimitPartition.GetTokenBucketLimiter(person, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond / RefillsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1) / RefillsPerSecond,
            QueueLimit = 0,
        }));

    /// <summary>Counts one call; false when it is one too many.</summary>
    public bool Allows(string person)
    {
        using var lease = limiter.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
