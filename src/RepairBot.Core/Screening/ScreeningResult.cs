using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RepairBot.Core.Screening;

/// <summary>What a text may tell of that comes before any repair.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Risk>))]
public enum Risk
{
    /// <summary>Thoughts of dying, self-injury, by the writer or a named other.</summary>
    [JsonStringEnumMemberName("crisis_self_harm")] CrisisSelfHarm,

    /// <summary>Violence done, threatened or seriously meant by the writer.</summary>
    [JsonStringEnumMemberName("violence_by_user")] ViolenceByUser,

    /// <summary>Violence done or threatened to the writer, or fear of it.</summary>
    [JsonStringEnumMemberName("violence_to_user")] ViolenceToUser,

    /// <summary>Surveillance, isolation, blackmail, control.</summary>
    [JsonStringEnumMemberName("coercive_control")] CoerciveControl,

    /// <summary>A child is hurt, neglected, groomed or exposed to violence.</summary>
    [JsonStringEnumMemberName("child_risk")] ChildRisk,
}

/// <summary>Whom a risk touches or comes from; the answers differ.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RiskDirection>))]
public enum RiskDirection
{
    /// <summary>The writer themselves (self-harm).</summary>
    [JsonStringEnumMemberName("self")] Self,

    /// <summary>Somebody else (self-harm, a child).</summary>
    [JsonStringEnumMemberName("other")] Other,

    /// <summary>Done to the writer.</summary>
    [JsonStringEnumMemberName("to_user")] ToUser,

    /// <summary>Done by the writer.</summary>
    [JsonStringEnumMemberName("by_user")] ByUser,
}

/// <summary>What the screen says of one text. A closed set of three.</summary>
public abstract record ScreeningResult
{
    private ScreeningResult()
    {
    }

    /// <summary>Nothing was seen. The screen misses things; this is no assurance.</summary>
    public sealed record Clear : ScreeningResult
    {
        /// <summary>The one instance.</summary>
        public static Clear Instance { get; } = new();
    }

    /// <summary>Something was seen: coaching and drafting stop for this text.</summary>
    /// <param name="Risks">One or more kinds, most urgent first.</param>
    /// <param name="Direction">Of the most urgent kind.</param>
    public sealed record Hit(ImmutableArray<Risk> Risks, RiskDirection Direction) : ScreeningResult;

    /// <summary>The screen itself failed: treated as a hit, and said so.</summary>
    public sealed record Failed : ScreeningResult
    {
        /// <summary>The one instance.</summary>
        public static Failed Instance { get; } = new();
    }
}
