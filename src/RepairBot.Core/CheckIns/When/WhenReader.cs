using NodaTime;

namespace RepairBot.Core.CheckIns.When;

/// <summary>
/// Reads a time in words, in English, Spanish or German: "in 20 min", "mañana por la tarde", "Freitag um halb acht", "2026-03-14 09:00".
/// A small grammar over words, read once from left to right (docs/decisions/0009). It never guesses around a word it does not know.
/// Pure and thread-safe.
/// </summary>
public static class WhenReader
{
    /// <summary>Longer texts are not read: a time is short.</summary>
    public const int LongestText = 120;

    /// <summary>Reads a text in the person's language, then in the other two.</summary>
    /// <param name="text">What the person wrote.</param>
    /// <param name="language">Two letters. One without words for times counts as English.</param>
    /// <param name="now">Now.</param>
    /// <param name="zone">The person's zone.</param>
    public static WhenReading Read(string text, string language, DateTimeOffset now, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);
        if (text.Length <= LongestText)
        {
            foreach (var words in WhenWords.OwnFirst(language))
            {
                if (WhenLexer.Read(text, words) is { } tokens
                    && WhenParser.Parse(tokens, words.Language) is { } parts
                    && new WhenResolver(parts, now, zone).Resolve() is not WhenReading.NotUnderstood and var reading)
                {
                    return reading;
                }
            }
        }

        return WhenReading.NotUnderstood.Instance;
    }
}
