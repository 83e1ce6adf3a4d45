using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using RepairBot.LoopbackDiscord.Faults;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Schema;
using RepairBot.LoopbackDiscord.State;
using RepairBot.LoopbackDiscord.Traffic;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>The way of every request: read, logged, faulted, limited, authorised, carried out, checked, answered.</summary>
internal sealed partial class RestPipeline(DiscordState state, FaultScript faults, RateLimits limits, DescriptionCheck description)
{
    private const string RateLimitedMessage = "You are being rate limited.";

    public async Task ServeAsync(HttpContext http, RestRoute route)
    {
        var request = await RestRequest.ReadAsync(http, route, state.Options.Limits.RequestBytes);
        var logged = Log(request);
        var fault = logged.Fault = limits.IsBanned ? Fault.CloudflareBan : faults.For(logged);
        state.Changed.Pulse();
        if (fault is Fault.Delay(var by))
        {
            await Task.Delay(by, TimeProvider.System, http.RequestAborted);
        }
        else if (fault is not null and not Fault.Afterwards)
        {
            await FaultyAnswer.GiveAsync(http, logged, fault, limits.HaveHeaders ? NameOf(request) : null);
            Finish(logged);
            return;
        }

        var (answer, headers) = Answer(request, logged);
        description.Check(request, answer);
        if (fault is Fault.Afterwards(var then))
        {
            await FaultyAnswer.GiveAsync(http, logged, then, null);
        }
        else
        {
            await WriteAsync(http, logged, answer, headers);
        }

        Finish(logged);
    }

    private LoggedRequest Log(RestRequest request)
    {
        var logged = new LoggedRequest
        {
            Number = state.Log.NextNumber(),
            At = state.Now,
            Method = request.Route.Method,
            Route = request.Route.Template,
            Path = request.Path,
            UserAgent = request.UserAgent,
            Body = request.Body?.DeepClone(),
            Files = [.. request.Files.Select(file => file.FileName)],
        };
        state.Log.Add(logged);
        return logged;
    }

    private void Finish(LoggedRequest logged)
    {
        if (logged.IsInvalid)
        {
            limits.CountInvalid();
        }

        state.Changed.Pulse();
    }

    private (RestAnswer Answer, IReadOnlyList<KeyValuePair<string, string>> Headers) Answer(RestRequest request, LoggedRequest logged)
    {
        lock (state.Gate)
        {
            if (request.Route.NeedsToken && limits.TakeGlobal() is { } wait)
            {
                return (Limited(wait, isGlobal: true), Headers(new("X-RateLimit-Global", "true"), new("X-RateLimit-Scope", "global"), RetryAfter(wait)));
            }

            var bucket = limits.BucketOf(request);
            logged.Bucket = bucket?.Name;
            if (bucket?.TryTake() is false && limits.AreEnforced)
            {
                return (Limited(bucket.ResetAfter, isGlobal: false), Headers([.. bucket.Headers, new("X-RateLimit-Scope", "user"), RetryAfter(bucket.ResetAfter)]));
            }

            return (CarriedOut(request, logged), Headers([.. bucket?.Headers ?? []]));
        }
    }

    private KeyValuePair<string, string>[] Headers(params KeyValuePair<string, string>[] headers) => limits.HaveHeaders ? headers : [];

    private RestAnswer CarriedOut(RestRequest request, LoggedRequest logged)
    {
        try
        {
            Authorize(request);
            var answer = request.Unreadable is null ? request.Route.Handle(request) : throw request.Unreadable;
            logged.WasCarriedOut = true;
            return answer;
        }
        catch (DiscordError error)
        {
            logged.ErrorCode = error.Code;
            return new RestAnswer(error.Status, error.ToJson());
        }
    }

    private void Authorize(RestRequest request)
    {
        if (state.Options.NeedsUserAgent && (request.UserAgent is null || !BotAgent().IsMatch(request.UserAgent)))
        {
            throw new DiscordError(403, 40333, "internal network error");
        }

        if (request.Route.NeedsToken && request.Authorization != $"Bot {state.Token}")
        {
            throw DiscordError.Unauthorized();
        }
    }

    private string? NameOf(RestRequest request)
    {
        lock (state.Gate)
        {
            return limits.BucketOf(request)?.Name;
        }
    }

    private static RestAnswer Limited(TimeSpan wait, bool isGlobal) => new(429, new JsonObject
    {
        ["message"] = RateLimitedMessage,
        ["retry_after"] = Math.Round(wait.TotalSeconds, 3),
        ["global"] = isGlobal,
    });

    private static KeyValuePair<string, string> RetryAfter(TimeSpan wait) =>
        new("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    private static async Task WriteAsync(HttpContext http, LoggedRequest logged, RestAnswer answer, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        logged.Status = answer.Status;
        logged.Answer = answer.Body;
        http.Response.StatusCode = answer.Status;
        http.Response.Headers["Via"] = "1.1 google";
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        if (answer.Body is not null)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(answer.Body.ToJsonString(), http.RequestAborted);
        }
    }

    [GeneratedRegex(@"^DiscordBot \([^ ,)]+, v?[^ ,)]+\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BotAgent();
}
