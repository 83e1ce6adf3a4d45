using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RepairBot.LoopbackDiscord.Traffic;

namespace RepairBot.LoopbackDiscord.Faults;

/// <summary>Carries out a fault on the wire.</summary>
internal static class FaultyAnswer
{
    public static async Task GiveAsync(HttpContext http, LoggedRequest logged, Fault fault, string? bucket)
    {
        switch (fault)
        {
            case Fault.Drop:
                http.Abort();
                break;
            case Fault.Hang:
                await HangAsync(http);
                break;
            case Fault.RateLimited limited:
                await LimitAsync(http, logged, limited, bucket);
                break;
            case Fault.Answer(var status, var type, var body):
                logged.Status = http.Response.StatusCode = status;
                http.Response.ContentType = type;
                await http.Response.WriteAsync(body, http.RequestAborted);
                break;
            default:
                throw new InvalidOperationException($"{fault} is no way to end a request.");
        }
    }

    // Until the client hangs up, or the server stops.
    private static async Task HangAsync(HttpContext http)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = http.RequestAborted.Register(() => over.TrySetResult());
        await over.Task;
    }

    private static async Task LimitAsync(HttpContext http, LoggedRequest logged, Fault.RateLimited limited, string? bucket)
    {
        logged.Status = http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        var seconds = Math.Round(limited.RetryAfter.TotalSeconds, 3);
        var headers = http.Response.Headers;
        headers["Via"] = "1.1 google";
        if (limited.HasHeaders)
        {
            headers["Retry-After"] = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Scope"] = limited.Scope switch { RateLimitScope.User => "user", RateLimitScope.Global => "global", RateLimitScope.Shared => "shared" };
            if (limited.Scope is RateLimitScope.Global)
            {
                headers["X-RateLimit-Global"] = "true";
            }
            else
            {
                var reset = (TimeProvider.System.GetUtcNow() + limited.RetryAfter - DateTimeOffset.UnixEpoch).TotalSeconds;
                headers["X-RateLimit-Limit"] = "5";
                headers["X-RateLimit-Remaining"] = "0";
                headers["X-RateLimit-Reset"] = reset.ToString("F3", CultureInfo.InvariantCulture);
                headers["X-RateLimit-Reset-After"] = seconds.ToString("F3", CultureInfo.InvariantCulture);
                headers["X-RateLimit-Bucket"] = bucket ?? "loopback";
            }
        }

        http.Response.ContentType = "application/json";
        var body = new JsonObject
        {
            ["message"] = limited.Scope is RateLimitScope.Shared ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = seconds,
            ["global"] = limited.Scope is RateLimitScope.Global,
        };
        await http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}
