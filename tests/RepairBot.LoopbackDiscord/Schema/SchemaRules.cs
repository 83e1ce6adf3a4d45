using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RepairBot.LoopbackDiscord.Limits;

namespace RepairBot.LoopbackDiscord.Schema;

/// <summary>The keywords of JSON Schema that look at one value alone.</summary>
internal static class SchemaRules
{
    public static bool IsType(JsonElement type, JsonElement value) => type.ValueKind is JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsType(one.GetString()!, value))
        : IsType(type.GetString()!, value);

    /// <summary>What breaks a keyword; null when it holds.</summary>
    public static string? Broken(string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "const" => JsonElement.DeepEquals(rule, value) ? null : $"must be {rule.GetRawText()}",
        "enum" => rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? null : $"must be one of {string.Join(", ", rule.EnumerateArray())}",
        "minLength" => TextLength(value) < rule.GetInt64() ? $"must have at least {rule} characters" : null,
        "maxLength" => TextLength(value) > rule.GetInt64() ? $"must have at most {rule} characters" : null,
        "minItems" => Count(value) < rule.GetInt64() ? $"must have at least {rule} items" : null,
        "maxItems" => Count(value) > rule.GetInt64() ? $"must have at most {rule} items" : null,
        "uniqueItems" => rule.GetBoolean() && HasTwins(value) ? "must have no item twice" : null,
        "minProperties" => Properties(value) < rule.GetInt64() ? $"must have at least {rule} properties" : null,
        "maxProperties" => Properties(value) > rule.GetInt64() ? $"must have at most {rule} properties" : null,
        "minimum" => value.ValueKind is JsonValueKind.Number && value.GetDecimal() < rule.GetDecimal() ? $"must be at least {rule}" : null,
        "maximum" => value.ValueKind is JsonValueKind.Number && value.GetDecimal() > rule.GetDecimal() ? $"must be at most {rule}" : null,
        "pattern" => value.ValueKind is JsonValueKind.String && !Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) ? $"must match {rule}" : null,
        "format" => IsFormat(rule.GetString()!, value) ? null : $"must be a {rule}",
        _ => throw new NotSupportedException($"The description has the keyword {keyword}, which this check does not know."),
    };

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind is JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind is JsonValueKind.String,
        "number" => value.ValueKind is JsonValueKind.Number,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.IsInteger(number),
        "array" => value.ValueKind is JsonValueKind.Array,
        "object" => value.ValueKind is JsonValueKind.Object,
        _ => throw new NotSupportedException($"The description has the type {type}, which this check does not know."),
    };

    // Of the formats only those that say something about the value; a text is no number of a size, and the other way round.
    private static bool IsFormat(string format, JsonElement value) => (format, value.ValueKind) switch
    {
        ("int32", JsonValueKind.Number) => value.TryGetInt32(out _),
        ("int64", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("date-time", JsonValueKind.String) => DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
        ("uri", JsonValueKind.String) => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _),
        ("snowflake", JsonValueKind.String) => ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => true,
    };

    private static long? TextLength(JsonElement value) => value.ValueKind is JsonValueKind.String ? Lengths.Of(value.GetString()) : null;

    private static long? Count(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.GetArrayLength() : null;

    private static long? Properties(JsonElement value) => value.ValueKind is JsonValueKind.Object ? value.GetPropertyCount() : null;

    private static bool HasTwins(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array && value.EnumerateArray().Select(item => item.GetRawText()).Distinct(StringComparer.Ordinal).Count() < value.GetArrayLength();
}
