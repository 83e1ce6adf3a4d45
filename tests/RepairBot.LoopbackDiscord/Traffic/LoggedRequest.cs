using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Faults;

namespace RepairBot.LoopbackDiscord.Traffic;

/// <summary>One REST request and what became of it.</summary>
public sealed class LoggedRequest
{
    /// <summary>Counted from 1 over all requests.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    /// <summary>The route's template, such as <c>/channels/{channel_id}/messages</c>.</summary>
    public required string Route { get; init; }

    /// <summary>The path and query as sent.</summary>
    public required string Path { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>The body, or the <c>payload_json</c> of a multipart one.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The names of uploaded files.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The rate limit bucket it counted toward; null for none.</summary>
    public string? Bucket { get; internal set; }

    /// <summary>The status answered; null while it waits, and where the line was cut instead.</summary>
    public int? Status { get; internal set; }

    /// <summary>Discord's error code in the answer.</summary>
    public int? ErrorCode { get; internal set; }

    public JsonNode? Answer { get; internal set; }

    /// <summary>The scripted fault it met.</summary>
    public Fault? Fault { get; internal set; }

    /// <summary>True once it did what it asks for, whatever was answered.</summary>
    public bool WasCarriedOut { get; internal set; }

    /// <summary>The nonce of the message it creates.</summary>
    public string? Nonce => (Body as JsonObject)?["nonce"]?.ToString();

    /// <summary>True for 401, 403 and 429 that count toward the limit of invalid requests.</summary>
    public bool IsInvalid => Status is 401 or 403 || (Status is 429 && Fault is not Fault.RateLimited { Scope: RateLimitScope.Shared });

    public override string ToString() => $"#{Number} {Method} {Path} -> {(Status is null ? "no answer" : $"{Status}")}{(ErrorCode is null ? "" : $" ({ErrorCode})")}{(Fault is null ? "" : $" by {Fault}")}";
}
