using System.Text.Json;
using NodaTime;
using static RepairBot.Core.Repairs.ArrayItems;

namespace RepairBot.Core.Repairs;

/// <summary>Settings: flags, quiet from, quiet to, zone, language, country, days off, paused until. Times of day are ticks, dates days since the year 1.</summary>
internal sealed class SettingsConverter(JsonSerializerOptions older) : ArrayConverter<Settings>(older)
{
    private const int Reminders = 1;
    private const int Hide = 2;

    protected override Settings ReadItems(ref Utf8JsonReader reader)
    {
        var flags = Number(ref reader);
        return new Settings
        {
            Reminders = (flags & Reminders) != 0,
            Hide = (flags & Hide) != 0,
            QuietFrom = new TimeOnly(Long(ref reader)),
            QuietTo = new TimeOnly(Long(ref reader)),
            TimeZone = TextOrNone(ref reader),
            Language = TextOrNone(ref reader),
            Country = TextOrNone(ref reader),
            DaysOff = Many(ref reader, static (ref reader) => (IsoDayOfWeek)Number(ref reader)),
            PausedUntil = NumberOrNone(ref reader) is { } day ? DateOnly.FromDayNumber(day) : null,
        };
    }

    protected override void WriteItems(Utf8JsonWriter writer, Settings value)
    {
        writer.WriteNumberValue((value.Reminders ? Reminders : 0) | (value.Hide ? Hide : 0));
        writer.WriteNumberValue(value.QuietFrom.Ticks);
        writer.WriteNumberValue(value.QuietTo.Ticks);
        writer.WriteStringValue(value.TimeZone);
        writer.WriteStringValue(value.Language);
        writer.WriteStringValue(value.Country);
        writer.WriteMany(value.DaysOff, static (writer, day) => writer.WriteNumberValue((int)day));
        writer.WriteNumberOrNone(value.PausedUntil?.DayNumber);
    }
}
