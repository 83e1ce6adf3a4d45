using RepairBot.Core.Coaching;

namespace RepairBot.Core.Repairs;

/// <summary>What the readers of words say to one answer. Until they have landed, nothing is read.</summary>
internal static class WordReadings
{
    /// <summary>The words that take all of it on oneself; null when there are none.</summary>
    public static string? AllMine(string text, string language) => null;

    /// <summary>The words that a second look of this name is about; empty for the whole text; null when it does not apply.</summary>
    public static string? Find(string nudge, Step step, string? part, string text, string language) => null;

    /// <summary>True when a text tells again what was told once: most of its content words, and at least a dozen words.</summary>
    public static bool Retells(string text, string told) => false;
}

/// <summary>Stands in for the draft reader until it lands.</summary>
internal static class DraftReader
{
    public static DraftReading Read(string text, string language) => new([], []);
}
