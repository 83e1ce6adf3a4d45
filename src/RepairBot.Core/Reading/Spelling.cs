using System.Collections.Immutable;

namespace RepairBot.Core.Reading;

/// <summary>A written form that stands for one or more plain words.</summary>
/// <param name="words">The plain words.</param>
/// <param name="before">It only counts before one of these words; empty: before any.</param>
internal sealed class Spelling(string[] words, ImmutableHashSet<string> before)
{
    public string[] Words => words;

    /// <summary>How many next words it is limited to; 0: any.</summary>
    public int Limits => before.Count;

    /// <summary>Reads "written = plain words before a|b".</summary>
    /// <exception cref="FormatException">There is no "=".</exception>
    public static (string Written, Spelling Spelling) Parse(string line)
    {
        var sides = line.Split(" = ", StringSplitOptions.TrimEntries);
        if (sides.Length != 2)
        {
            throw new FormatException($"Spelling '{line}' is not of the form 'written = plain words'.");
        }

        var parts = sides[1].Split(" before ", StringSplitOptions.TrimEntries);
        var before = parts.Length > 1 ? parts[1].Split('|', StringSplitOptions.TrimEntries) : [];
        return (sides[0], new Spelling(parts[0].Split(' '), [.. before]));
    }

    public bool Counts(string next) => before.IsEmpty || before.Contains(next);
}
