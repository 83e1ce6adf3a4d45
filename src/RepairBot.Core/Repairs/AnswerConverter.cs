using System.Text.Json;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>An answer: key, guide, instant, message, flags, words, values, fields.</summary>
internal sealed class AnswerConverter(JsonSerializerOptions objects) : ArrayConverter<Answer>(objects)
{
    private const int Skipped = 1;
    private const int LookAgain = 2;
    private const int Held = 4;
    private const int Typed = 8;

    protected override Answer ReadItems(ref Utf8JsonReader reader)
    {
        var key = Key(ref reader);
        var guide = Number(ref reader);
        var at = new DateTimeOffset(Long(ref reader), TimeSpan.Zero);
        var asked = new MessageId(Long(ref reader));
        var flags = Number(ref reader);
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
            Text = new PrivateText(TextOrNone(ref reader) ?? ""),
            Values = Many(ref reader, Text),
            Fields = Many(ref reader, static (ref reader) => new FieldText(Text(ref reader), new PrivateText(Text(ref reader)))),
        };
    }

    protected override void WriteItems(Utf8JsonWriter writer, Answer value)
    {
        writer.WriteStringValue(value.Key.ToString());
        writer.WriteNumberValue(value.Guide);
        writer.WriteNumberValue(value.At.UtcTicks);
        writer.WriteNumberValue(value.Asked.Value);
        writer.WriteNumberValue(
            (value.Skipped ? Skipped : 0) | (value.LookAgain ? LookAgain : 0) | (value.Held ? Held : 0) | (value.Typed ? Typed : 0));
        writer.WriteStringValue(value.Text.Reveal());
        if (value.Values.IsEmpty && value.Fields.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray();
        foreach (var chosen in value.Values)
        {
            writer.WriteStringValue(chosen);
        }

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
}
