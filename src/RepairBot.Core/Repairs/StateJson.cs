using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>
/// How sealed state is written (format 3): JSON arrays with a fixed place for each item; behind a repair stand its answers, each on a line of its own.
/// What is seldom there is an object in its place, with stable names, without what is nothing: null, false, zero or empty. Format 1 had objects
/// alone, format 2 arrays for what there is much of.
/// </summary>
internal static class StateJson
{
    /// <summary>The format that this version writes.</summary>
    public const int CurrentFormat = 3;

    private static readonly JsonSerializerOptions Format1 = new()
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
            new AnswerListConverter(),
            new JsonStringEnumConverter(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepWhatCounts } },
    };

    private static readonly AnswerConverter Answers = new(Format1);
    private static readonly ShownQuestionConverter Places = new(Format1);
    private static readonly ChatActionConverter Actions = new(Format1);

    private static readonly JsonSerializerOptions Format2 = new(Format1) { Converters = { Answers, Places, Actions } };

    private static readonly ReminderConverter Reminders = new(Format2);

    private static readonly JsonSerializerOptions Options = new(Format2)
    {
        Converters =
        {
            Reminders,
            new MessageConverter(Format2, Actions),
            new PersonConverter(Format2, Answers, Reminders),
            new RepairConverter(Format2, Reminders),
        },
    };

    /// <summary>A writer of this shape over a buffer.</summary>
    public static Utf8JsonWriter WriterOver(IBufferWriter<byte> buffer) =>
        new(buffer, new JsonWriterOptions { Encoder = Options.Encoder, SkipValidation = true });

    public static ReadOnlyMemory<byte> Write<T>(T value)
        where T : notnull
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = WriterOver(buffer);
        Write(buffer, writer, value);
        return buffer.WrittenMemory;
    }

    /// <summary>Writes a value.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="json">A writer over it, with nothing in hand.</param>
    /// <param name="value">A record, a message or a reminder.</param>
    public static void Write<T>(IBufferWriter<byte> to, Utf8JsonWriter json, T value)
        where T : notnull
    {
        Arrays<T>.Converter.WriteArray(json, value);
        json.Flush();
        if (value is Repair repair)
        {
            repair.Answers.WriteLines(to, json);
        }
    }

    public static T Read<T>(ReadOnlySpan<byte> json)
        where T : notnull
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var value = Arrays<T>.Converter.Read(ref reader, typeof(T), Options) ?? throw new JsonException("A record is empty.");
        var lines = json[(int)reader.BytesConsumed..];
        return lines.IsEmpty || value is not Repair repair ? value : (T)(object)(repair with { Answers = AnswerList.ReadLines(lines[1..]) });
    }

    /// <summary>Reads one answer of format 3.</summary>
    public static Answer ReadAnswer(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Answers.ReadArray(ref reader);
    }

    /// <summary>Reads the question of an answer of format 3, and nothing else of it.</summary>
    public static QuestionKey ReadKey(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        reader.Read();
        return QuestionKeyJsonConverter.KeyOf(ref reader);
    }

    /// <summary>Writes one answer with a writer that has nothing in hand.</summary>
    public static void WriteAnswer(Utf8JsonWriter json, Answer answer)
    {
        json.Reset();
        Answers.WriteArray(json, answer);
        json.Flush();
    }

    /// <summary>The format a record that was read is written in again.</summary>
    /// <exception cref="JsonException">A later version wrote it, and this one might misread it.</exception>
    public static int Renew(int format) => format <= CurrentFormat
        ? CurrentFormat
        : throw new JsonException($"A later version wrote this record (format {format}; this one knows {CurrentFormat}).");

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

    // The serializer's own way to a converter takes longer than some records.
    private static class Arrays<T>
        where T : notnull
    {
        public static readonly ArrayConverter<T> Converter = (ArrayConverter<T>)Options.GetConverter(typeof(T));
    }

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
