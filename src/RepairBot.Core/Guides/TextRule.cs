namespace RepairBot.Core.Guides;

/// <summary>What a text may be.</summary>
/// <param name="Name">What such a text is called in a problem.</param>
/// <param name="MostLetters">Longest, in characters.</param>
/// <param name="MostWords">Longest, in words.</param>
/// <param name="Filled">Placeholders are filled in it.</param>
internal sealed record TextRule(string Name, int MostLetters, int MostWords, bool Filled)
{
    /// <summary>A message with placeholders.</summary>
    public static TextRule Message { get; } = new("A message", 1000, 60, true);

    /// <summary>A message that is said as it stands.</summary>
    public static TextRule Fixed { get; } = new("A message", 1000, 60, false);

    /// <summary>A question in the short form.</summary>
    public static TextRule Brief { get; } = new("`brief`", 1000, 25, true);

    /// <summary>A button that opens a form.</summary>
    public static TextRule Label { get; } = new("`label`", 34, 60, false);

    /// <summary>A form's title.</summary>
    public static TextRule Title { get; } = new("`title`", 45, 60, false);

    /// <summary>A field's label in a form.</summary>
    public static TextRule Field { get; } = new("A field's label", 45, 60, false);

    /// <summary>Any other button, option or line of a card.</summary>
    public static TextRule Option { get; } = new("A label", 80, 60, false);

    /// <summary>True for what is read as sentences; a label is one line and has no reading level.</summary>
    public bool Sentences => MostLetters == 1000;
}
