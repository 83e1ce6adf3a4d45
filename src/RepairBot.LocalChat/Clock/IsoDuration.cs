using System.Globalization;
using System.Text.RegularExpressions;

namespace RepairBot.LocalChat.Clock;

/// <summary>ISO 8601 durations of weeks, days, hours, minutes and seconds. Years and months have no fixed length and are refused.</summary>
internal static partial class IsoDuration
{
    // A weight has at most nine digits, so that no sum leaves the range of a TimeSpan.
    private static readonly (string Name, TimeSpan Unit)[] Units =
    [
        ("w", TimeSpan.FromDays(7)),
        ("d", TimeSpan.FromDays(1)),
        ("h", TimeSpan.FromHours(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("s", TimeSpan.FromSeconds(1)),
    ];

    /// <summary>The duration; null when it is malformed. Never negative.</summary>
    public static TimeSpan? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var sum = 0m;
        foreach (var (name, unit) in Units)
        {
            if (match.Groups[name] is { Success: true } part)
            {
                sum += decimal.Parse(part.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * unit.Ticks;
            }
        }

        return sum <= TimeSpan.MaxValue.Ticks ? new TimeSpan((long)sum) : null;
    }

    [GeneratedRegex(
        @"^P(?=.)(?:(?<w>[0-9]{1,9})W)?(?:(?<d>[0-9]{1,9})D)?(?:T(?=.)(?:(?<h>[0-9]{1,9})H)?(?:(?<m>[0-9]{1,9})M)?(?:(?<s>[0-9]{1,9}(?:\.[0-9]{1,7})?)S)?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
