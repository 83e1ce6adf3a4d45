using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace RepairBot.Discord.Http;

/// <summary>
/// Holds calls back until Discord takes them: by what its headers said of each route, by what a 429 said, with headers or without, and
/// by a pace below the 50 calls a second that a bot may make in all. May be used from many threads.
/// </summary>
/// <param name="time">The time.</param>
/// <param name="perSecond">Most calls a second over all routes that count.</param>
internal sealed class RateLimits(TimeProvider time, int perSecond = 45)
{
    // What a proxy's 429 without a word on how long means; Cloudflare's own blocks last longer, and each call during one counts again.
    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private const int Remembered = 5_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> closedUntil = new();
    private readonly Lock gate = new();
    private DateTimeOffset allClosedUntil;
    private DateTimeOffset nextPlace;

    /// <summary>Waits until this route may be called.</summary>
    public async Task EnterAsync(Route route, CancellationToken cancellationToken)
    {
        while (Wait(route) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Learns from an answer. For a 429, how long to wait; null for anything else.</summary>
    /// <param name="route">What was called.</param>
    /// <param name="answer">Its status and headers.</param>
    /// <param name="saidInBody">The wait that the body of a 429 gives; null when it gives none.</param>
    /// <param name="isGlobal">Whether the body says that every route is closed.</param>
    public TimeSpan? Learn(Route route, HttpResponseMessage answer, TimeSpan? saidInBody, bool isGlobal)
    {
        if (answer.StatusCode != HttpStatusCode.TooManyRequests)
        {
            if (Number(answer.Headers, "X-RateLimit-Remaining") == 0 && Number(answer.Headers, "X-RateLimit-Reset-After") is { } reset)
            {
                Close(route, Bounded(reset));
            }

            return null;
        }

        var after = Bounded(saidInBody?.TotalSeconds ?? Number(answer.Headers, "Retry-After") ?? Unsaid.TotalSeconds);
        if ((isGlobal || answer.Headers.Contains("X-RateLimit-Global")) && route.CountsGlobally)
        {
            lock (gate)
            {
                allClosedUntil = Later(allClosedUntil, time.GetUtcNow() + after);
            }
        }

        Close(route, after);
        return after;
    }

    private TimeSpan Wait(Route route)
    {
        var now = time.GetUtcNow();
        var until = closedUntil.GetValueOrDefault(route.Bucket);
        if (!route.CountsGlobally)
        {
            return until - now;
        }

        lock (gate)
        {
            until = Later(until, Later(allClosedUntil, nextPlace));
            if (until <= now)
            {
                // A short rest is made up for by a short run, at most a tenth of a second long.
                nextPlace = Later(nextPlace, now - TimeSpan.FromMilliseconds(100)) + (TimeSpan.FromSeconds(1) / perSecond);
            }
        }

        return until - now;
    }

    private void Close(Route route, TimeSpan after)
    {
        var now = time.GetUtcNow();
        closedUntil.AddOrUpdate(route.Bucket, now + after, (_, until) => Later(until, now + after));
        if (closedUntil.Count > Remembered)
        {
            foreach (var over in closedUntil.Where(pair => pair.Value <= now))
            {
                closedUntil.TryRemove(over);
            }
        }
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static TimeSpan Bounded(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
