using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>
/// How sealed state is written: JSON with stable names, without what is nothing: null, false, zero or empty. A missing property keeps
/// its initial value when it is read; that is also how a record of an older version gets a new property's default.
/// </summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Objects = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,

        // Nothing of this is ever part of a page: only what JSON itself needs is escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new IdConverter<MessageId>(value => new MessageId(value), id => id.Value),
            new IdConverter<RepairId>(value => new RepairId(value), id => id.Value),
            new IdConverter<ReminderId>(value => new ReminderId(value), id => id.Value),
            new InstantConverter(),
            new JsonStringEnumConverter(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepWhatCounts } },
    };

    private static readonly JsonSerializerOptions Options = new(Objects)
    {
        Converters = { new AnswerConverter(Objects), new ShownQuestionConverter(Objects), new ChatActionConverter(Objects) },
    };

    /// <summary>A writer of this shape over a buffer.</summary>
    public static Utf8JsonWriter WriterOver(IBufferWriter<byte> buffer) =>
        new(buffer, new JsonWriterOptions { Encoder = Options.Encoder, SkipValidation = true });

    public static ReadOnlyMemory<byte> Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Writes a value and flushes.</summary>
    public static void Write<T>(Utf8JsonWriter to, T value)
    {
        JsonSerializer.Serialize(to, value, Options);
        to.Flush();
    }

    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A record is empty.");

    /// <summary>The format a record that was read is written in again.</summary>
    /// <exception cref="JsonException">A later version wrote it, and this one might misread it.</exception>
    public static int Renew(int format, int current) => format <= current
        ? current
        : throw new JsonException($"A later version wrote this record (format {format}; this one knows {current}).");

    // A property that starts as anything but nothing is always written, so that a later version may start it as something else.
    private static void KeepWhatCounts(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.CreateObject?.Invoke() is not { } initial)
        {
            return;
        }

        foreach (var property in type.Properties.Where(property => property.Get is not null))
        {
            if (property.Get!(initial) is ICollection { Count: 0 } and not Array)
            {
                property.ShouldSerialize = static (_, value) => value is ICollection { Count: > 0 };
            }
            else if (property.IsRequired || !IsNothing(property.Get(initial)))
            {
                property.ShouldSerialize = static (_, _) => true;
            }
        }
    }

    private static bool IsNothing(object? value) => value is null || (value.GetType().IsValueType && value.Equals(Activator.CreateInstance(value.GetType())));

    private sealed class IdConverter<T>(Func<long, T> from, Func<T, long> to) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => from(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(to(value));
    }

    // Ticks since the year 1, UTC; records of format 1 have ISO 8601.
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? new DateTimeOffset(reader.GetInt64(), TimeSpan.Zero) : reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.UtcTicks);
    }
}
