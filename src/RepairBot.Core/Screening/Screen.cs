using System.Collections.Immutable;

namespace RepairBot.Core.Screening;

/// <summary>
/// Reads a text for risk before anything else looks at it: fixed, reviewed rules and fixed weights, no network, no chance. It misses
/// things. Safe for concurrent use; making one reads the built-in lexicons, so keep it.
/// </summary>
public sealed class Screen
{
    private const int ClearlyMore = 2;
    private readonly Func<string, string, ImmutableArray<RiskFinding>> reader;

    /// <summary>A screen over the built-in lexicons.</summary>
    public Screen()
    {
        // People in distress fall back on the language they grew up with, whatever the bot speaks.
        ImmutableArray<RiskReader> languages = [new RiskReader("en"), new RiskReader("es"), new RiskReader("de")];
        reader = (text, language) => Find(languages, text, language);
    }

    internal Screen(Func<string, string, ImmutableArray<RiskFinding>> reader) => this.reader = reader;

    /// <summary>What the text tells of. Never throws: a defect inside becomes <see cref="ScreeningResult.Failed"/>.</summary>
    /// <param name="text">As the person wrote it; any length.</param>
    /// <param name="language">The language of the conversation, such as "en" or "es-ES". Texts in the others are read too.</param>
    public ScreeningResult Read(string text, string language)
    {
#pragma warning disable CA1031 // Whatever breaks in here, the person must be answered as if something had been seen.
        try
        {
            return Sum(Find(text, language));
        }
        catch (Exception)
        {
            return ScreeningResult.Failed.Instance;
        }
#pragma warning restore CA1031
    }

    /// <summary>Every finding with its words and its rule, for tests and explanations; throws what goes wrong.</summary>
    internal ImmutableArray<RiskFinding> Find(string text, string language) => reader(text, language);

    // Read by the rules of the language the conversation has, and of those the words look most like; the words are weighed in one language, the
    // conversation's unless they clearly look like another: "he" is a small word of Spanish too.
    private static ImmutableArray<RiskFinding> Find(ImmutableArray<RiskReader> languages, string text, string language)
    {
        var readings = languages.Select(reader => (Reader: reader, Words: reader.Words(text))).ToArray();
        var small = readings.Select(reading => reading.Reader.SmallWordsIn(reading.Words)).ToArray();
        var spoken = Array.FindIndex(readings, reading => language.StartsWith(reading.Reader.Language, StringComparison.OrdinalIgnoreCase));
        var most = small.Max();
        var weighed = spoken >= 0 && most < small[spoken] + ClearlyMore ? spoken : small.IndexOf(most);
        return
        [
            .. readings.Index()
                .Where(reading => small[reading.Index] >= most || reading.Index == spoken)
                .SelectMany(reading => reading.Item.Reader.Read(reading.Item.Words, reading.Index == weighed)),
        ];
    }

    private static ScreeningResult Sum(ImmutableArray<RiskFinding> findings)
    {
        if (findings.IsEmpty)
        {
            return ScreeningResult.Clear.Instance;
        }

        var ordered = findings.OrderBy(finding => Urgency.Of(finding)).ToList();
        return new ScreeningResult.Hit([.. ordered.Select(finding => finding.Risk).Distinct()], ordered[0].Direction);
    }
}
