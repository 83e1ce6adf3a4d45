using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RepairBot.Core.Repairs;

/// <summary>
/// The parts of which a record has many, written as arrays: half the length of objects, and read in a third of the time. An item's place
/// never changes; new ones come last, and may be missing. Format 1 has objects.
/// </summary>
/// <param name="objects">Reads what format 1 wrote.</param>
internal abstract class ArrayConverter<T>(JsonSerializerOptions objects) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return JsonSerializer.Deserialize<T>(ref reader, objects);
        }

        reader.Read();
        var value = ReadItems(ref reader);
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            reader.Read();
        }

        return value;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        WriteItems(writer, value);
        writer.WriteEndArray();
    }

    /// <summary>Reads the items from the first one on; stands behind the last one it knows at the end.</summary>
    protected abstract T ReadItems(ref Utf8JsonReader reader);

    /// <summary>Writes the items.</summary>
    protected abstract void WriteItems(Utf8JsonWriter writer, T value);

    protected static QuestionKey Key(ref Utf8JsonReader reader)
    {
        var key = QuestionKeyJsonConverter.KeyOf(ref reader);
        reader.Read();
        return key;
    }

    protected static string Text(ref Utf8JsonReader reader)
    {
        var text = reader.GetString() ?? throw new JsonException("A text is missing.");
        reader.Read();
        return text;
    }

    protected static string? TextOrNone(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return null;
        }

        var text = reader.GetString();
        reader.Read();
        return text;
    }

    protected static int Number(ref Utf8JsonReader reader)
    {
        var number = reader.GetInt32();
        reader.Read();
        return number;
    }

    protected static int? NumberOrNone(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return null;
        }

        var number = reader.TokenType == JsonTokenType.Null ? default(int?) : reader.GetInt32();
        reader.Read();
        return number;
    }

    protected static long Long(ref Utf8JsonReader reader)
    {
        var number = reader.GetInt64();
        reader.Read();
        return number;
    }

    /// <summary>Items of an inner array, in pieces of one shape; empty when it is missing.</summary>
    protected static ImmutableArray<TItem> Many<TItem>(ref Utf8JsonReader reader, ReadItem<TItem> item)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            reader.Read();
            return [];
        }

        var first = item(ref reader);
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            reader.Read();
            return [first];
        }

        var items = ImmutableArray.CreateBuilder<TItem>();
        items.Add(first);
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(item(ref reader));
        }

        reader.Read();
        return items.DrainToImmutable();
    }

    protected delegate TItem ReadItem<TItem>(ref Utf8JsonReader reader);

    protected static void WriteNumber(Utf8JsonWriter writer, int? number)
    {
        if (number is { } known)
        {
            writer.WriteNumberValue(known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
