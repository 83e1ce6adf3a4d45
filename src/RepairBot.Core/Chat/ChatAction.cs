using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RepairBot.Core.Chat;

/// <summary>What an action does for the conversation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionRole>))]
public enum ActionRole
{
    /// <summary>Answers the question and goes on. Forward actions come first.</summary>
    [JsonStringEnumMemberName("forward")] Forward,

    /// <summary>Another way to deal with this message.</summary>
    [JsonStringEnumMemberName("other")] Other,

    /// <summary>One of the moves that exist at every step.</summary>
    [JsonStringEnumMemberName("move")] Move,

    /// <summary>Help lines, at once.</summary>
    [JsonStringEnumMemberName("safety")] Safety,
}

/// <summary>How an action is operated.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionKind>))]
public enum ActionKind
{
    /// <summary>One press.</summary>
    [JsonStringEnumMemberName("button")] Button,

    /// <summary>A choice among options.</summary>
    [JsonStringEnumMemberName("select")] Select,

    /// <summary>A form of text fields.</summary>
    [JsonStringEnumMemberName("form")] Form,
}

/// <summary>The look of a button; it never carries meaning alone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionStyle>))]
public enum ActionStyle
{
    /// <summary>The usual way on.</summary>
    [JsonStringEnumMemberName("primary")] Primary,

    /// <summary>Any other.</summary>
    [JsonStringEnumMemberName("secondary")] Secondary,

    /// <summary>Something good is settled.</summary>
    [JsonStringEnumMemberName("success")] Success,

    /// <summary>Something is removed, or help is called for.</summary>
    [JsonStringEnumMemberName("danger")] Danger,
}

/// <summary>One thing a person can do with a message.</summary>
public sealed record ChatAction
{
    /// <summary>Opaque; at most 100 characters, unique in the message. See <see cref="ActionId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Stable name: the moves' and answers' own words, such as <c>back</c> or <c>kept</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it does for the conversation.</summary>
    public required ActionRole Role { get; init; }

    /// <summary>How it is operated.</summary>
    public required ActionKind Kind { get; init; }

    /// <summary>What is written on it; at most 80 characters, aim for 34.</summary>
    public required string Label { get; init; }

    /// <summary>Look of a button; null on a select.</summary>
    public ActionStyle? Style { get; init; }

    /// <summary>Shown but not operable.</summary>
    public bool Disabled { get; init; }

    /// <summary>Options of a select, 1–25.</summary>
    public ImmutableArray<ActionOption> Options { get; init; } = [];

    /// <summary>Fewest options to choose; null on anything but a select.</summary>
    public int? Min { get; init; }

    /// <summary>Most options to choose; null on anything but a select.</summary>
    public int? Max { get; init; }

    /// <summary>Fields of a form, 1–5.</summary>
    public ImmutableArray<FormField> Fields { get; init; } = [];
}

/// <summary>One option of a select: a value of at most 100 characters and a label of at most 100.</summary>
public sealed record ActionOption(string Value, string Label);

/// <summary>One text field of a form.</summary>
/// <param name="Id">At most 100 characters.</param>
/// <param name="Label">At most 45 characters.</param>
/// <param name="Multiline">A paragraph instead of a line.</param>
/// <param name="Required">Empty is refused.</param>
/// <param name="MinLength">0–4,000 characters.</param>
/// <param name="MaxLength">1–4,000 characters.</param>
/// <param name="Value">What is filled in already; null for nothing.</param>
public sealed record FormField(
    string Id, string Label, bool Multiline, bool Required, int MinLength, int MaxLength, PrivateText? Value = null)
{
    /// <summary>Longest text a field or a message takes, in characters (Discord's limit for a form field).</summary>
    public const int LongestText = 4000;
}
