using System.Collections.Immutable;

namespace RepairBot.Discord.Rendering;

/// <summary>What rendering needs besides the message.</summary>
/// <param name="Language">Language tag of the person's words, such as <c>es</c>; one the adapter has no words in falls back to English.</param>
/// <param name="Commands">Ids of the registered commands by name, for clickable mentions; empty while they are unknown.</param>
internal sealed record RenderContext(string Language, ImmutableDictionary<string, ulong> Commands)
{
    /// <summary>English, with no command known.</summary>
    public static RenderContext Plain { get; } = new("en", ImmutableDictionary<string, ulong>.Empty);
}
