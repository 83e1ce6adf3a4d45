using System.Collections.Frozen;

namespace RepairBot.Core.Guides;

/// <summary>Looking up words by the fixed names of the program.</summary>
internal static class FixedNames
{
    /// <summary>The words of a name. An unknown name throws without repeating it: it could be what a person typed.</summary>
    /// <exception cref="ArgumentException">The name is none of the program's.</exception>
    public static T Words<T>(this FrozenDictionary<string, T> words, string name) =>
        words.TryGetValue(name, out var found) ? found : throw new ArgumentException("No words stand under this name.", nameof(name));
}
