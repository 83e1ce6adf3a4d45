using System.Text.Json;
using RepairBot.Core.Chat;
using static RepairBot.Core.Repairs.ArrayItems;

namespace RepairBot.Core.Repairs;

/// <summary>An answer: key, guide, instant, message, flags; then words, values, fields, or, of a mere choice, its values.</summary>
internal sealed class AnswerConverter(JsonSerializerOptions older) : ArrayConverter<Answer>(older)
{
    private const int Skipped = 1;
    private const int LookAgain = 2;
    private const int Held = 4;
    private const int Typed = 8;
    private const int Chosen = 16;

    protected override Answer ReadItems(ref Utf8JsonReader reader)
    {
        var key = Key(ref reader);
        var guide = Number(ref reader);
        var at = Instant(ref reader);
        var asked = new MessageId(Long(ref reader));
        var flags = Number(ref reader);
        var chosen = (flags & Chosen) != 0;
        return new Answer
        {
            Key = key,
            Guide = guide,
            At = at,
            Asked = asked,
            Skipped = (flags & Skipped) != 0,
            LookAgain = (flags & LookAgain) != 0,
            Held = (flags & Held) != 0,
            Typed = (flags & Typed) != 0,
            Text = chosen ? default : new PrivateText(TextOrNone(ref reader) ?? ""),
            Values = chosen ? Rest(ref reader, Text) : Many(ref reader, Text),
            Fields = Many(ref reader, static (ref reader) => new FieldText(Text(ref reader), new PrivateText(Text(ref reader)))),
        };
    }

    protected override void WriteItems(Utf8JsonWriter writer, Answer value)
    {
        writer.WriteKey(value.Key);
        writer.WriteNumberValue(value.Guide);
        writer.WriteNumberValue(value.At.UtcTicks);
        writer.WriteNumberValue(value.Asked.Value);
        var chosen = value is { Text.Length: 0, Fields.IsEmpty: true, Values.IsEmpty: false };
        writer.WriteNumberValue(
            (value.Skipped ? Skipped : 0) | (value.LookAgain ? LookAgain : 0) | (value.Held ? Held : 0) | (value.Typed ? Typed : 0) | (chosen ? Chosen : 0));
        if (chosen)
        {
            WriteValues(writer, value);
            return;
        }

        writer.WriteStringValue(value.Text.Reveal());
        if (value.Values.IsEmpty && value.Fields.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray();
        WriteValues(writer, value);
        writer.WriteEndArray();
        if (value.Fields.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray();
        foreach (var field in value.Fields)
        {
            writer.WriteStringValue(field.Id);
            writer.WriteStringValue(field.Text.Reveal());
        }

        writer.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter writer, Answer value)
    {
        foreach (var chosen in value.Values)
        {
            writer.WriteStringValue(chosen);
        }
    }
}
