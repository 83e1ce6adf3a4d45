using System.Collections.Immutable;

namespace RepairBot.Discord.Commands;

/// <summary>A word and a description in each language.</summary>
/// <param name="Name">The fixed name, 1–32 lower-case characters; interactions carry this one.</param>
/// <param name="Spanish">The name in Spanish.</param>
/// <param name="German">The name in German.</param>
/// <param name="Description">In English, 1–100 characters.</param>
/// <param name="SpanishDescription">In Spanish, 1–100 characters.</param>
/// <param name="GermanDescription">In German, 1–100 characters.</param>
internal sealed record Named(
    string Name, string Spanish, string German, string Description, string SpanishDescription, string GermanDescription);

/// <summary>One slash command with its subcommands, or with its options.</summary>
internal sealed record CommandDefinition(Named Words)
{
    /// <summary>Subcommands; empty for a command that is called by its own name.</summary>
    public ImmutableArray<CommandDefinition> Subcommands { get; init; } = [];

    /// <summary>What can be given with it.</summary>
    public ImmutableArray<OptionDefinition> Options { get; init; } = [];
}

/// <summary>One text that can be given with a command.</summary>
/// <param name="Words">Its name and description.</param>
/// <param name="Required">It must be given.</param>
/// <param name="LongestText">Most characters.</param>
internal sealed record OptionDefinition(Named Words, bool Required, int LongestText)
{
    /// <summary>The only values it takes; empty for any text.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];
}

/// <summary>A value to choose.</summary>
internal sealed record Choice(string Value, string English, string Spanish, string German);
