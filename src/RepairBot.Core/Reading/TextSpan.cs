namespace RepairBot.Core.Reading;

/// <summary>A stretch of a text, in UTF-16 units from its start.</summary>
/// <param name="Start">0 or more.</param>
/// <param name="Length">1 or more.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index after its last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether the two share a character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The shortest stretch that holds both.</summary>
    public TextSpan With(TextSpan other)
    {
        var start = Math.Min(Start, other.Start);
        return new TextSpan(start, Math.Max(End, other.End) - start);
    }

    /// <summary>The words of that stretch.</summary>
    public string In(string text) => text.Substring(Start, Length);
}
