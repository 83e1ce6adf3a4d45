using System.Text.Json;
using RepairBot.Core.Chat;
using static RepairBot.Core.Repairs.ArrayItems;

namespace RepairBot.Core.Repairs;

/// <summary>A reminder: format, id, kind, instant, repair, subject.</summary>
internal sealed class ReminderConverter(JsonSerializerOptions older) : ArrayConverter<Reminder>(older)
{
    protected override Reminder ReadItems(ref Utf8JsonReader reader)
    {
        StateJson.Renew(Number(ref reader));
        var id = new ReminderId(Long(ref reader));
        var kind = (ReminderKind)Number(ref reader);
        var due = Instant(ref reader);
        var repair = LongOrNone(ref reader);
        return new Reminder(id, kind, due, repair is { } known ? new RepairId(known) : null, TextOrNone(ref reader));
    }

    protected override void WriteItems(Utf8JsonWriter writer, Reminder value)
    {
        writer.WriteNumberValue(StateJson.CurrentFormat);
        writer.WriteNumberValue(value.Id.Value);
        writer.WriteNumberValue((int)value.Kind);
        writer.WriteNumberValue(value.DueAt.UtcTicks);
        writer.WriteNumberOrNone(value.Repair?.Value);
        writer.WriteStringValue(value.Subject);
    }
}
