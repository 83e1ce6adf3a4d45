using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>The lexicons of the readers, one a language, built when first asked for.</summary>
internal static class CoachingLexicons
{
    private static readonly Lazy<Lexicon> English = new(() => LexiconLoader.Load("en", "Coaching"));
    private static readonly Lazy<Lexicon> Spanish = new(() => LexiconLoader.Load("es", "Coaching"));
    private static readonly Lazy<Lexicon> German = new(() => LexiconLoader.Load("de", "Coaching"));

    /// <param name="language">A code such as "en" or "es-MX"; what is not known is read as English.</param>
    public static Lexicon For(string language) =>
        language.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? Spanish.Value
        : language.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? German.Value
        : English.Value;
}
