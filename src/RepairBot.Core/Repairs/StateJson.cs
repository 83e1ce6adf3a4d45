using System.Text.Json;
using System.Text.Json.Serialization;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>
/// How sealed state is written: JSON with stable names. What is false or zero is written out, since a missing property keeps its initial
/// value when it is read; that is how a record of an older version gets a new property's default.
/// </summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new IdConverter<MessageId>(value => new MessageId(value), id => id.Value),
            new IdConverter<RepairId>(value => new RepairId(value), id => id.Value),
            new IdConverter<ReminderId>(value => new ReminderId(value), id => id.Value),
            new JsonStringEnumConverter(),
        },
    };

    public static ReadOnlyMemory<byte> Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize<T>(json.Span, Options) ?? throw new JsonException("A record is empty.");

    private sealed class IdConverter<T>(Func<long, T> from, Func<T, long> to) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => from(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(to(value));
    }
}
