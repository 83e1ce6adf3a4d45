using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Shows and changes a person's settings.</summary>
internal static class SettingsCommand
{
    private const string Clock = "HH:mm";

    public static void Take(OutcomeBuilder turn, ImmutableDictionary<string, PrivateText> options)
    {
        var changed = false;
        var zone = Exercises.ZoneOf(turn.Person);
        foreach (var (name, value) in options.OrderBy(option => option.Key, StringComparer.Ordinal))
        {
            var problem = Set(turn, name, value.Reveal().Trim());
            changed |= problem is null;
            if (problem is not null)
            {
                Course.SayNote(turn, problem);
            }
        }

        if (changed)
        {
            CheckInPings.Reschedule(turn, zone);
            Course.SayNote(turn, "setting-changed");
        }

        Show(turn);
    }

    private static void Show(OutcomeBuilder turn)
    {
        var guide = turn.Guide;
        var settings = turn.Person.Settings;
        string OnOff(bool on) => guide.Label(on ? "on" : "off");
        (string, string)[] lines =
        [
            (guide.Label("timezone"), settings.TimeZone ?? guide.Label("not-set")),
            (guide.Label("quiet"), string.Create(CultureInfo.InvariantCulture, $"{settings.QuietFrom:HH:mm} – {settings.QuietTo:HH:mm}")),
            (guide.Label("days-off"), settings.DaysOff.IsEmpty ? guide.Label("none") : string.Join(", ", settings.DaysOff)),
            (guide.Label("pause-until"), settings.PausedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? guide.Label("none")),
            (guide.Label("language"), guide.Language),
            (guide.Label("country"), turn.Country ?? guide.Label("not-set")),
            (guide.Label("reminders"), OnOff(settings.Reminders)),
            (guide.Label("hide"), OnOff(settings.Hide)),
        ];
        Course.SayText(turn, guide.Note("settings").Fill(turn.Fillings()), card: Layout.Card("", lines, guide.Label("hidden-more")));
    }

    // The note that says what is wrong; null when the setting is made.
    private static string? Set(OutcomeBuilder turn, string name, string value)
    {
        var settings = turn.Person.Settings;
        switch (name)
        {
            case "timezone":
                return Agreements.IsZone(value) ? Keep(settings with { TimeZone = value }) : "setting-bad-timezone";
            case "quiet-from":
                return Time(value) is { } from ? Keep(settings with { QuietFrom = from }) : "setting-bad-time";
            case "quiet-to":
                return Time(value) is { } to ? Keep(settings with { QuietTo = to }) : "setting-bad-time";
            case "language":
                return turn.Readers.Guides.Languages.Contains(value) ? Keep(settings with { Language = value }) : "setting-bad-language";
            case "country":
                var country = value.ToUpperInvariant();
                return turn.Readers.HelpLines.Countries.Contains(country) ? Keep(settings with { Country = country }) : "setting-bad-country";
            case "days-off":
                return Days(value) is { } days ? Keep(settings with { DaysOff = days }) : "setting-bad-days";
            case "pause-until":
                return value is "off" or "none" ? Keep(settings with { PausedUntil = null })
                    : Date(value) is { } until ? Keep(settings with { PausedUntil = until }) : "setting-bad-date";
            case "reminders":
                return Switch(value) is { } reminders ? Keep(settings with { Reminders = reminders }) : "setting-bad-switch";
            case "hide":
                return Switch(value) is { } hide ? Keep(settings with { Hide = hide }) : "setting-bad-switch";
            default:
                return "setting-unknown";
        }

        string? Keep(Settings next)
        {
            turn.Person = turn.Person with { Settings = next };
            return null;
        }
    }

    private static TimeOnly? Time(string value) =>
        TimeOnly.TryParseExact(value, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // English names of days, whole or by their first three letters; "none" for none.
    private static ImmutableArray<IsoDayOfWeek>? Days(string value)
    {
        if (value is "none" or "off")
        {
            return ImmutableArray<IsoDayOfWeek>.Empty;
        }

        var days = ImmutableArray.CreateBuilder<IsoDayOfWeek>();
        foreach (var name in value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var day = Enum.GetValues<IsoDayOfWeek>().FirstOrDefault(
                one => one != IsoDayOfWeek.None && name.Length >= 3 && one.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase));
            if (day == IsoDayOfWeek.None)
            {
                return null;
            }

            days.Add(day);
        }

        // With every day off nothing would ever come; pausing says so plainly.
        return days.Count is 0 or > 6 ? null : [.. days.Distinct().Order()];
    }

    private static bool? Switch(string value) => value.ToLowerInvariant() switch
    {
        "on" or "yes" or "true" => true,
        "off" or "no" or "false" => false,
        _ => null,
    };
}
