using System.Text.Json;
using System.Text.Json.Serialization;

namespace RepairBot.Core.Chat;

/// <summary>
/// What a person typed. It prints as <c>[private]</c>, so that it can't reach a log, an exception or a test's output by accident;
/// <see cref="Reveal"/> is the one door. The default value is the empty text.
/// </summary>
[JsonConverter(typeof(PrivateTextJsonConverter))]
public readonly struct PrivateText(string text) : IEquatable<PrivateText>
{
    private readonly string? text = text;

    /// <summary>Length in UTF-16 units.</summary>
    public int Length => text?.Length ?? 0;

    /// <summary>True when nothing but white space was typed.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(text);

    /// <summary>The words themselves. Every call is a place to review.</summary>
    public string Reveal() => text ?? "";

    /// <inheritdoc/>
    public override string ToString() => "[private]";

    /// <inheritdoc/>
    public bool Equals(PrivateText other) => string.Equals(Reveal(), other.Reveal(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PrivateText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Reveal().GetHashCode(StringComparison.Ordinal);

    /// <summary>Ordinal equality of the words.</summary>
    public static bool operator ==(PrivateText left, PrivateText right) => left.Equals(right);

    /// <summary>Ordinal inequality of the words.</summary>
    public static bool operator !=(PrivateText left, PrivateText right) => !left.Equals(right);
}

/// <summary>Writes <see cref="PrivateText"/> as a plain JSON string: only sealed records and a person's own export are written so.</summary>
public sealed class PrivateTextJsonConverter : JsonConverter<PrivateText>
{
    /// <inheritdoc/>
    public override PrivateText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PrivateText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
