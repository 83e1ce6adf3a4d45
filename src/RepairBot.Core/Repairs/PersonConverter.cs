using System.Text.Json;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Core.Screening;
using static RepairBot.Core.Repairs.ArrayItems;

namespace RepairBot.Core.Repairs;

/// <summary>
/// A head: format, sequence number, focus, recent events, last instant, flags, platform, identity, address, repairs in short, settings, profile,
/// retention, protection, best exercise, kinds of promises, what the screen saw, a farewell.
/// </summary>
internal sealed class PersonConverter(JsonSerializerOptions older, AnswerConverter answers, ReminderConverter reminders)
    : ArrayConverter<Person>(older)
{
    private const int Welcomed = 1;
    private const int Hidden = 2;
    private const int Warned = 4;

    private readonly JsonSerializerOptions seldom = older;
    private readonly SettingsConverter settings = new(older);
    private readonly ProfileConverter profiles = new(older, answers);

    protected override Person ReadItems(ref Utf8JsonReader reader)
    {
        var (format, seq, focus) = (Number(ref reader), Long(ref reader), LongOrNone(ref reader));
        var recent = Recent(ref reader);
        var (at, flags) = (Instant(ref reader), Number(ref reader));
        return new Person
        {
            Format = format,
            Seq = seq,
            Focus = focus is { } repair ? new RepairId(repair) : null,
            Recent = recent,
            LastAt = at,
            Welcomed = (flags & Welcomed) != 0,
            Hidden = (flags & Hidden) != 0,
            WarnedOfErasure = (flags & Warned) != 0,
            Platform = Text(ref reader),
            Identity = Bytes(ref reader),
            Address = TextOrNone(ref reader),
            Repairs = Many(ref reader, Summary),
            Settings = settings.ReadInner(ref reader),
            Profile = profiles.ReadInner(ref reader),
            Retention = reminders.ReadInnerOrNone(ref reader),
            Protection = TextOrNone(ref reader),
            BestExercise = TextOrNone(ref reader),
            Tags = Many(ref reader, static (ref reader) => new TagUse(Text(ref reader), Instant(ref reader))),
            Seen = SeldomMany<Risk>(ref reader, seldom),
            Farewell = SeldomOrNone<Farewell>(ref reader, seldom),
        };
    }

    protected override void WriteItems(Utf8JsonWriter writer, Person value)
    {
        writer.WriteNumberValue(value.Format);
        writer.WriteNumberValue(value.Seq);
        writer.WriteNumberOrNone(value.Focus?.Value);
        writer.WriteBase64StringValue(value.Recent.Packed);
        writer.WriteNumberValue(value.LastAt.UtcTicks);
        writer.WriteNumberValue((value.Welcomed ? Welcomed : 0) | (value.Hidden ? Hidden : 0) | (value.WarnedOfErasure ? Warned : 0));
        writer.WriteStringValue(value.Platform);
        writer.WriteBase64StringValue(value.Identity.Span);
        writer.WriteStringValue(value.Address);
        writer.WriteMany(value.Repairs, WriteSummary);
        settings.WriteArray(writer, value.Settings);
        profiles.WriteArray(writer, value.Profile);
        reminders.WriteArrayOrNone(writer, value.Retention);
        writer.WriteStringValue(value.Protection);
        writer.WriteStringValue(value.BestExercise);
        writer.WriteMany(value.Tags, WriteTag);
        writer.WriteSeldomMany(value.Seen, seldom);
        writer.WriteSeldom(value.Farewell, seldom);
    }

    private static RecentEvents Recent(ref Utf8JsonReader reader) => new(Bytes(ref reader));

    private static byte[] Bytes(ref Utf8JsonReader reader)
    {
        var bytes = reader.GetBytesFromBase64();
        reader.Read();
        return bytes;
    }

    // Id, form, state, step, start, last instant, name; one after the other.
    private static RepairSummary Summary(ref Utf8JsonReader reader) => new(
        new RepairId(Long(ref reader)),
        (ConversationForm)Number(ref reader),
        (RepairState)Number(ref reader),
        Key(ref reader).Step,
        Instant(ref reader),
        Instant(ref reader),
        new PrivateText(Text(ref reader)));

    private static void WriteSummary(Utf8JsonWriter writer, RepairSummary summary)
    {
        writer.WriteNumberValue(summary.Id.Value);
        writer.WriteNumberValue((int)summary.Form);
        writer.WriteNumberValue((int)summary.State);
        writer.WriteStringValue(Steps.EncodedNameOf(summary.Step));
        writer.WriteNumberValue(summary.StartedAt.UtcTicks);
        writer.WriteNumberValue(summary.LastAt.UtcTicks);
        writer.WriteStringValue(summary.Who.Reveal());
    }

    private static void WriteTag(Utf8JsonWriter writer, TagUse tag)
    {
        writer.WriteStringValue(tag.Tag);
        writer.WriteNumberValue(tag.At.UtcTicks);
    }
}
