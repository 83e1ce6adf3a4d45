using System.Collections.Immutable;

namespace RepairBot.Testing.Transcripts;

/// <summary>One line of a transcript that does or expects something.</summary>
/// <param name="Number">In the file, from 1.</param>
/// <param name="Person">Who does it; null for a line about the bot, the screen, the clock or the program.</param>
/// <param name="Verb">What is done or expected, such as <c>types</c> or <c>Bot asks</c>.</param>
/// <param name="Text">What follows the verb.</param>
/// <param name="Boxes">Boxes of a form by their names; empty for anything else.</param>
/// <param name="Practices">Practices that this line proves, by their row in <c>docs/practices.md</c>.</param>
public sealed record TranscriptLine(
    int Number,
    string? Person,
    string Verb,
    string Text,
    ImmutableArray<(string Name, string Text)> Boxes,
    ImmutableArray<string> Practices)
{
    /// <summary>True for a line that can fail, so that it can prove something.</summary>
    public bool IsExpectation => Person is null && TranscriptVerbs.Expectations.Contains(Verb);
}
