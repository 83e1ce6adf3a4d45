using System.Collections.Immutable;

namespace RepairBot.Configuration;

/// <summary>Settings are not as they must be. Each mistake names its key and what is legal; none repeats a secret.</summary>
internal sealed class SettingsException(ImmutableArray<string> mistakes)
    : Exception($"{(mistakes.Length == 1 ? "One setting needs" : $"{mistakes.Length} settings need")} attention:"
        + string.Concat(mistakes.Select(mistake => Environment.NewLine + "  " + mistake)))
{
    /// <summary>One line each.</summary>
    public ImmutableArray<string> Mistakes { get; } = mistakes;
}
