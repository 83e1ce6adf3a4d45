using System.Text.Json;
using RepairBot.Core.Chat;
using static RepairBot.Core.Repairs.ArrayItems;

namespace RepairBot.Core.Repairs;

/// <summary>
/// A message: format, id, sequence number, first one, instant, kind, sender, place, flags, phase, step, repair, guide, text, where on the way,
/// actions, card; then what few have: question, end, pace, image, file.
/// </summary>
internal sealed class MessageConverter(JsonSerializerOptions older, ChatActionConverter actions) : ArrayConverter<Message>(older)
{
    private const int Late = 1;
    private const int Edited = 2;
    private const int Removed = 4;

    private readonly JsonSerializerOptions seldom = older;
    private readonly ReadItem<ChatAction> action = actions.ReadInner;
    private readonly Action<Utf8JsonWriter, ChatAction> writeAction = actions.WriteArray;

    protected override Message ReadItems(ref Utf8JsonReader reader)
    {
        StateJson.Renew(Number(ref reader));
        var (id, seq, first, at) = (Long(ref reader), Long(ref reader), Long(ref reader), Instant(ref reader));
        var (kind, from, where, flags) = (Number(ref reader), Number(ref reader), Number(ref reader), Number(ref reader));
        return new Message
        {
            Id = new MessageId(id),
            Seq = seq,
            First = first,
            At = at,
            Kind = (MessageKind)kind,
            From = (Sender)from,
            Where = (Place)where,
            Late = (flags & Late) != 0,
            Edited = (flags & Edited) != 0,
            Removed = (flags & Removed) != 0,
            Phase = TextOrNone(ref reader),
            Step = TextOrNone(ref reader),
            Repair = LongOrNone(ref reader) is { } repair ? new RepairId(repair) : null,
            Guide = Number(ref reader),
            Text = new PrivateText(Text(ref reader)),
            Progress = NumberOrNone(ref reader) is { } on ? new Progress(on, Number(ref reader)) : null,
            Actions = Many(ref reader, action),
            Card = CardOrNone(ref reader),
            Question = TextOrNone(ref reader),
            Until = InstantOrNone(ref reader),
            Pace = SeldomOrNone<Pace>(ref reader, seldom),
            Image = SeldomOrNone<Image>(ref reader, seldom),
            File = SeldomOrNone<Attachment>(ref reader, seldom),
        };
    }

    protected override void WriteItems(Utf8JsonWriter writer, Message value)
    {
        writer.WriteNumberValue(StateJson.CurrentFormat);
        writer.WriteNumberValue(value.Id.Value);
        writer.WriteNumberValue(value.Seq);
        writer.WriteNumberValue(value.First);
        writer.WriteNumberValue(value.At.UtcTicks);
        writer.WriteNumberValue((int)value.Kind);
        writer.WriteNumberValue((int)value.From);
        writer.WriteNumberValue((int)value.Where);
        writer.WriteNumberValue((value.Late ? Late : 0) | (value.Edited ? Edited : 0) | (value.Removed ? Removed : 0));
        writer.WriteStringValue(value.Phase);
        writer.WriteStringValue(value.Step);
        writer.WriteNumberOrNone(value.Repair?.Value);
        writer.WriteNumberValue(value.Guide);
        writer.WriteStringValue(value.Text.Reveal());
        writer.WriteNumberOrNone(value.Progress?.At);
        if (value.Progress is { } progress)
        {
            writer.WriteNumberValue(progress.Of);
        }

        writer.WriteMany(value.Actions, writeAction);
        WriteCard(writer, value.Card);
        if (value is { Question: null, Until: null, Pace: null, Image: null, File: null })
        {
            return;
        }

        writer.WriteStringValue(value.Question);
        writer.WriteNumberOrNone(value.Until?.UtcTicks);
        writer.WriteSeldom(value.Pace, seldom);
        writer.WriteSeldom(value.Image, seldom);
        writer.WriteSeldom(value.File, seldom);
    }

    // A title, then names and values in turn.
    private static Card? CardOrNone(ref Utf8JsonReader reader)
    {
        if (IsNone(ref reader))
        {
            return null;
        }

        reader.Read();
        var title = new PrivateText(Text(ref reader));
        var lines = Rest(ref reader, static (ref reader) => new CardLine(new PrivateText(Text(ref reader)), new PrivateText(Text(ref reader))));
        reader.Read();
        return new Card(title, lines);
    }

    private static void WriteCard(Utf8JsonWriter writer, Card? card)
    {
        if (card is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        writer.WriteStringValue(card.Title.Reveal());
        foreach (var line in card.Lines)
        {
            writer.WriteStringValue(line.Name.Reveal());
            writer.WriteStringValue(line.Value.Reveal());
        }

        writer.WriteEndArray();
    }
}
