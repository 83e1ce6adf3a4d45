using System.Text.Json;
using System.Text.Json.Serialization;

namespace RepairBot.Core.Repairs;

/// <summary>
/// What an answer is filed under: a step, and within it an extra question's id or a part. Written as <c>impact</c>,
/// <c>extra/sleep</c> or <c>after-talk/heard</c>.
/// </summary>
/// <param name="Step">The step.</param>
/// <param name="Detail">An extra question's id, a part's name, or the promise and day of a check-in; null for a step asked once.</param>
[JsonConverter(typeof(QuestionKeyJsonConverter))]
public readonly record struct QuestionKey(Step Step, string? Detail = null)
{
    /// <summary>The part asked within the step; null for a step asked as one question.</summary>
    public string? Part => Steps.SpecOf(Step).Parts.IsEmpty ? null : Detail;

    /// <inheritdoc/>
    public override string ToString() => Detail is null ? Steps.NameOf(Step) : $"{Steps.NameOf(Step)}/{Detail}";

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static QuestionKey? Parse(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        var step = Steps.Named(slash < 0 ? text : text[..slash]);
        return step is null ? null : new QuestionKey(step.Value, slash < 0 ? null : text[(slash + 1)..].ToString());
    }
}

/// <summary>Writes a key by its stable name.</summary>
public sealed class QuestionKeyJsonConverter : JsonConverter<QuestionKey>
{
    /// <inheritdoc/>
    public override QuestionKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        KeyOf(ref reader);

    // Most keys are a step's name: those need no text of their own.
    internal static QuestionKey KeyOf(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence && Steps.Named(reader.ValueSpan) is { } step)
        {
            return new QuestionKey(step);
        }

        return QuestionKey.Parse(reader.GetString())
            ?? throw new JsonException("An answer is filed under a step this version does not know.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, QuestionKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>Writes a step by its stable name.</summary>
public sealed class StepJsonConverter : JsonConverter<Step>
{
    /// <inheritdoc/>
    public override Step Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Steps.Named(reader.GetString() ?? "") ?? throw new JsonException("A conversation stands at a step this version does not know.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Step value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Steps.NameOf(value));
}
