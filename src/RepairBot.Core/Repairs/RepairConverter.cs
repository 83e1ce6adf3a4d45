using System.Text.Json;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Regulation;
using static RepairBot.Core.Repairs.ArrayItems;

namespace RepairBot.Core.Repairs;

/// <summary>
/// A repair: format, id, form, state, start, last instant, open question, its message, who asked it (message, guide), flags, detour, rung, readings, trail,
/// places in the feed, ratings, second looks taken, reminders; then what few have: second look, waiting questions, exercise, promises,
/// check-ins, acts put aside, time read back, hold, state before a check-in.
/// </summary>
internal sealed class RepairConverter(
    JsonSerializerOptions older, ReminderConverter reminders) : ArrayConverter<Repair>(older)
{
    private const int NoDrafting = 1;
    private const int Slow = 2;
    private const int NoticeGiven = 4;
    private const int Overridden = 8;

    private readonly JsonSerializerOptions seldom = older;
    private readonly ReadItem<Reminder> reminder = reminders.ReadInner;
    private readonly Action<Utf8JsonWriter, Reminder> writeReminder = reminders.WriteArray;

    protected override Repair ReadItems(ref Utf8JsonReader reader)
    {
        var (format, id, form, state) = (Number(ref reader), Long(ref reader), Number(ref reader), Number(ref reader));
        var (startedAt, lastAt, now, live) = (Instant(ref reader), Instant(ref reader), Key(ref reader), Long(ref reader));
        var asked = new AskedBy(new MessageId(Long(ref reader)), Number(ref reader));
        var flags = Number(ref reader);
        return new Repair
        {
            Format = format,
            Id = new RepairId(id),
            Form = (ConversationForm)form,
            State = (RepairState)state,
            StartedAt = startedAt,
            LastAt = lastAt,
            Now = now,
            Live = new MessageId(live),
            Asked = asked,
            NoDrafting = (flags & NoDrafting) != 0,
            Slow = (flags & Slow) != 0,
            NoticeGiven = (flags & NoticeGiven) != 0,
            Overridden = (flags & Overridden) != 0,
            Detour = (Detour)Number(ref reader),
            Rung = Number(ref reader),
            Readings = Number(ref reader),
            Trail = Many(ref reader, Key, usual: 24),
            Lately = Many(ref reader, static (ref reader) => new ShownQuestion(
                Key(ref reader), new MessageId(Long(ref reader)), Long(ref reader), Number(ref reader))),
            Ratings = Many(ref reader, static (ref reader) => new HeatRating(Number(ref reader), Instant(ref reader), TextOrNone(ref reader))),
            Nudged = Many(ref reader, Text),
            Reminders = Many(ref reader, reminder),
            Nudge = TextOrNone(ref reader),
            Waiting = Many(ref reader, static (ref reader) => new WaitingQuestion(Key(ref reader), (Detour)Number(ref reader))),
            Exercise = SeldomOrNone<Exercise>(ref reader, seldom),
            Promises = SeldomMany<Promise>(ref reader, seldom),
            CheckIns = SeldomMany<CheckInAnswer>(ref reader, seldom),
            Parked = SeldomMany<PrivateText>(ref reader, seldom),
            Wish = SeldomOrNone<Wish>(ref reader, seldom),
            Hold = SeldomOrNone<Hold>(ref reader, seldom),
            Before = NumberOrNone(ref reader) is { } before ? (RepairState)before : null,
        };
    }

    protected override void WriteItems(Utf8JsonWriter writer, Repair value)
    {
        writer.WriteNumberValue(value.Format);
        writer.WriteNumberValue(value.Id.Value);
        writer.WriteNumberValue((int)value.Form);
        writer.WriteNumberValue((int)value.State);
        writer.WriteNumberValue(value.StartedAt.UtcTicks);
        writer.WriteNumberValue(value.LastAt.UtcTicks);
        writer.WriteKey(value.Now);
        writer.WriteNumberValue(value.Live.Value);
        writer.WriteNumberValue(value.Asked.Message.Value);
        writer.WriteNumberValue(value.Asked.Guide);
        writer.WriteNumberValue(
            (value.NoDrafting ? NoDrafting : 0) | (value.Slow ? Slow : 0) | (value.NoticeGiven ? NoticeGiven : 0) | (value.Overridden ? Overridden : 0));
        writer.WriteNumberValue((int)value.Detour);
        writer.WriteNumberValue(value.Rung);
        writer.WriteNumberValue(value.Readings);
        writer.WriteMany(value.Trail, static (writer, key) => writer.WriteKey(key));
        writer.WriteMany(value.Lately, WritePlace);
        writer.WriteMany(value.Ratings, WriteRating);
        writer.WriteMany(value.Nudged, static (writer, nudge) => writer.WriteStringValue(nudge));
        writer.WriteMany(value.Reminders, writeReminder);
        writer.WriteStringValue(value.Nudge);
        writer.WriteMany(value.Waiting, WriteWaiting);
        writer.WriteSeldom(value.Exercise, seldom);
        writer.WriteSeldomMany(value.Promises, seldom);
        writer.WriteSeldomMany(value.CheckIns, seldom);
        writer.WriteSeldomMany(value.Parked, seldom);
        writer.WriteSeldom(value.Wish, seldom);
        writer.WriteSeldom(value.Hold, seldom);
        writer.WriteNumberOrNone((int?)value.Before);
    }

    private static void WritePlace(Utf8JsonWriter writer, ShownQuestion place)
    {
        writer.WriteKey(place.Key);
        writer.WriteNumberValue(place.Message.Value);
        writer.WriteNumberValue(place.Seq);
        writer.WriteNumberValue(place.Guide);
    }

    private static void WriteRating(Utf8JsonWriter writer, HeatRating rating)
    {
        writer.WriteNumberValue(rating.Value);
        writer.WriteNumberValue(rating.At.UtcTicks);
        writer.WriteStringValue(rating.After);
    }

    private static void WriteWaiting(Utf8JsonWriter writer, WaitingQuestion waiting)
    {
        writer.WriteKey(waiting.Question);
        writer.WriteNumberValue((int)waiting.Detour);
    }
}
