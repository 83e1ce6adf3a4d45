using System.Collections.Frozen;

namespace RepairBot.Core.CheckIns;

/// <summary>
/// The day an act names for itself, such as “on Tuesday” or “tomorrow”, in English, Spanish and German. What names none, or names it
/// in other words, starts tomorrow.
/// </summary>
public static class ActDay
{
    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays =
        new[]
        {
            (DayOfWeek.Monday, "monday lunes montag"),
            (DayOfWeek.Tuesday, "tuesday martes dienstag"),
            (DayOfWeek.Wednesday, "wednesday miércoles mittwoch"),
            (DayOfWeek.Thursday, "thursday jueves donnerstag"),
            (DayOfWeek.Friday, "friday viernes freitag"),
            (DayOfWeek.Saturday, "saturday sábado samstag"),
            (DayOfWeek.Sunday, "sunday domingo sonntag"),
        }
        .SelectMany(day => day.Item2.Split(' ').Select(name => (Name: name, Day: day.Item1)))
        .ToFrozenDictionary(day => day.Name, day => day.Day, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Today = new[] { "today", "tonight", "hoy", "heute" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first day named in the act; a weekday is the next one after today.</summary>
    /// <param name="act">The act in the person's own words.</param>
    /// <param name="today">In the person's zone.</param>
    public static DateOnly Of(string act, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(act);
        foreach (var word in act.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”', '\'');
            if (Today.Contains(bare))
            {
                return today;
            }

            if (Weekdays.TryGetValue(bare, out var weekday))
            {
                var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
                return today.AddDays(ahead == 0 ? 7 : ahead);
            }
        }

        return today.AddDays(1);
    }
}
