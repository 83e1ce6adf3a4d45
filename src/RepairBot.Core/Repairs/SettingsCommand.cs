using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Shows and changes a person's settings.</summary>
internal static class SettingsCommand
{
    private const string Clock = "HH:mm";

    public static void Take(OutcomeBuilder turn, ImmutableDictionary<string, PrivateText> options)
    {
        var changed = false;
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

    private static bool? Switch(string value) => value.ToLowerInvariant() switch
    {
        "on" or "yes" or "true" => true,
        "off" or "no" or "false" => false,
        _ => null,
    };
}
