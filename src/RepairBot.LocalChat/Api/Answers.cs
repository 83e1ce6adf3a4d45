using System.Text.Json.Serialization;
using RepairBot.Core.Chat;

namespace RepairBot.LocalChat.Api;

/// <summary>Messages and how far the feed goes.</summary>
internal sealed record FeedAnswer(long Seq, IReadOnlyList<ShownMessage> Messages);

/// <summary>The time and the next reminder, both UTC.</summary>
internal sealed record ClockAnswer(DateTime Now, DateTime? Next);

/// <summary>A message as the page gets it. What is absent is left out.</summary>
internal sealed record ShownMessage
{
    public required string Id { get; init; }

    public required long Seq { get; init; }

    public required DateTime At { get; init; }

    public required string From { get; init; }

    public required Place Where { get; init; }

    public required MessageKind Kind { get; init; }

    public string? Phase { get; init; }

    public string? Step { get; init; }

    public required PrivateText Text { get; init; }

    public ShownCard? Card { get; init; }

    public ShownImage? Image { get; init; }

    public ShownFile? File { get; init; }

    public DateTime? Until { get; init; }

    public ShownPace? Pace { get; init; }

    public ShownProgress? Progress { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Late { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Edited { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Removed { get; init; }

    public required IReadOnlyList<ShownAction> Actions { get; init; }
}

internal sealed record ShownCard(PrivateText Title, IReadOnlyList<ShownLine> Lines);

internal sealed record ShownLine(PrivateText Name, PrivateText Value);

internal sealed record ShownImage(string Url, string Alt);

internal sealed record ShownFile(string Url, string Name);

internal sealed record ShownPace(int In, int Out);

internal sealed record ShownProgress(int At, int Of);

/// <summary>An action as the page gets it. What is absent is left out.</summary>
internal sealed record ShownAction
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required ActionRole Role { get; init; }

    public required ActionKind Kind { get; init; }

    public required string Label { get; init; }

    public ActionStyle? Style { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Disabled { get; init; }

    public IReadOnlyList<ShownOption>? Options { get; init; }

    public int? Min { get; init; }

    public int? Max { get; init; }

    public IReadOnlyList<ShownField>? Fields { get; init; }
}

internal sealed record ShownOption(string Value, string Label);

internal sealed record ShownField(
    string Id, string Label, bool Multiline, bool Required, int MinLength, int MaxLength, PrivateText? Value);
