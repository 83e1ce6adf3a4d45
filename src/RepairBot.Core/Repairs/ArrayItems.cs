using System.Collections.Immutable;
using System.Text.Json;

namespace RepairBot.Core.Repairs;

/// <summary>
/// Items of an array, one after the other. Each stands behind what it read; <c>OrNone</c> takes null and the end of the array for nothing.
/// </summary>
internal static class ArrayItems
{
    public delegate TItem ReadItem<TItem>(ref Utf8JsonReader reader);

    /// <summary>True when nothing stands here: the array is at its end, or there is a null, which is passed over.</summary>
    public static bool IsNone(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            reader.Read();
            return true;
        }

        return reader.TokenType == JsonTokenType.EndArray;
    }

    public static QuestionKey Key(ref Utf8JsonReader reader)
    {
        var key = QuestionKeyJsonConverter.KeyOf(ref reader);
        reader.Read();
        return key;
    }

    public static string Text(ref Utf8JsonReader reader)
    {
        var text = reader.GetString() ?? throw new JsonException("A text is missing.");
        reader.Read();
        return text;
    }

    public static string? TextOrNone(ref Utf8JsonReader reader) => IsNone(ref reader) ? null : Text(ref reader);

    public static int Number(ref Utf8JsonReader reader)
    {
        var number = reader.GetInt32();
        reader.Read();
        return number;
    }

    public static int? NumberOrNone(ref Utf8JsonReader reader) => IsNone(ref reader) ? null : Number(ref reader);

    public static long Long(ref Utf8JsonReader reader)
    {
        var number = reader.GetInt64();
        reader.Read();
        return number;
    }

    public static long? LongOrNone(ref Utf8JsonReader reader) => IsNone(ref reader) ? null : Long(ref reader);

    /// <summary>Ticks since the year 1, UTC.</summary>
    public static DateTimeOffset Instant(ref Utf8JsonReader reader) => new(Long(ref reader), TimeSpan.Zero);

    public static DateTimeOffset? InstantOrNone(ref Utf8JsonReader reader) => IsNone(ref reader) ? null : Instant(ref reader);

    /// <summary>An inner array, in pieces of one shape; empty when there is none.</summary>
    /// <param name="reader">Stands at its start.</param>
    /// <param name="item">Reads one piece.</param>
    /// <param name="usual">How many there are as a rule; more are grown into.</param>
    public static ImmutableArray<TItem> Many<TItem>(ref Utf8JsonReader reader, ReadItem<TItem> item, int usual = 8)
    {
        if (IsNone(ref reader))
        {
            return [];
        }

        reader.Read();
        var items = Rest(ref reader, item, usual);
        reader.Read();
        return items;
    }

    /// <summary>What is left of the array, in pieces of one shape.</summary>
    public static ImmutableArray<TItem> Rest<TItem>(ref Utf8JsonReader reader, ReadItem<TItem> item, int usual = 8)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        var first = item(ref reader);
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [first];
        }

        var items = ImmutableArray.CreateBuilder<TItem>(usual);
        items.Add(first);
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(item(ref reader));
        }

        return items.DrainToImmutable();
    }

    /// <summary>What is seldom there, as an object; null when there is none.</summary>
    public static T? SeldomOrNone<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
        where T : class
    {
        if (IsNone(ref reader))
        {
            return default;
        }

        var value = JsonSerializer.Deserialize<T>(ref reader, options);
        reader.Read();
        return value;
    }

    /// <summary>The same of many; empty when there are none.</summary>
    public static ImmutableArray<T> SeldomMany<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (IsNone(ref reader))
        {
            return [];
        }

        var values = JsonSerializer.Deserialize<ImmutableArray<T>>(ref reader, options);
        reader.Read();
        return values;
    }

    public static void WriteKey(this Utf8JsonWriter writer, QuestionKey key)
    {
        if (key.Detail is null)
        {
            writer.WriteStringValue(Steps.EncodedNameOf(key.Step));
        }
        else
        {
            writer.WriteStringValue(key.ToString());
        }
    }

    public static void WriteNumberOrNone(this Utf8JsonWriter writer, long? number)
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

    /// <summary>An inner array; null when it would be empty.</summary>
    public static void WriteMany<T>(this Utf8JsonWriter writer, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.IsEmpty)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    public static void WriteSeldom<T>(this Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
        where T : class
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonSerializer.Serialize(writer, value, options);
        }
    }

    public static void WriteSeldomMany<T>(this Utf8JsonWriter writer, ImmutableArray<T> values, JsonSerializerOptions options)
    {
        if (values.IsEmpty)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonSerializer.Serialize(writer, values, options);
        }
    }
}
