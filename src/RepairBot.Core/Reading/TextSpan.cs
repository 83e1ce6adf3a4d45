namespace RepairBot.Core.Reading;

/// <summary>A stretch of a text, in UTF-16 units from its start.</summary>
/// <param name="Start">0 or more.</param>
/// <param name="Length">1 or more.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The words of that stretch.</summary>
    public string In(string text) => text.Substring(Start, Length);
}
