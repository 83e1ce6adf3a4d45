using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>So many requests until the reset; the window begins with its first request.</summary>
internal sealed class RateLimitBucket(string name, Allowance allowance, TimeProvider time)
{
    private int taken;
    private DateTimeOffset resetAt;

    /// <summary>The opaque name in X-RateLimit-Bucket.</summary>
    public string Name => name;

    public Allowance Allowance => allowance;

    public TimeSpan ResetAfter => TimeSpan.FromTicks(Math.Max(0, (resetAt - time.GetUtcNow()).Ticks));

    public static string NameOf(string route) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route)).AsSpan(0, 16));

    public bool TryTake()
    {
        var now = time.GetUtcNow();
        if (now >= resetAt)
        {
            taken = 0;
            resetAt = now + allowance.Within;
        }

        if (taken >= allowance.Count)
        {
            return false;
        }

        taken++;
        return true;
    }

    public IEnumerable<KeyValuePair<string, string>> Headers =>
    [
        new("X-RateLimit-Limit", $"{allowance.Count}"),
        new("X-RateLimit-Remaining", $"{allowance.Count - taken}"),
        new("X-RateLimit-Reset", ((resetAt - DateTimeOffset.UnixEpoch).TotalMilliseconds / 1000).ToString("F3", CultureInfo.InvariantCulture)),
        new("X-RateLimit-Reset-After", ResetAfter.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture)),
        new("X-RateLimit-Bucket", name),
    ];
}
