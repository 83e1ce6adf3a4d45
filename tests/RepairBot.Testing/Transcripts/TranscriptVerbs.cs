using System.Collections.Immutable;

namespace RepairBot.Testing.Transcripts;

/// <summary>The words a transcript is written with. <c>tests/transcripts/README.md</c> says what they mean.</summary>
internal static class TranscriptVerbs
{
    /// <summary>What a person does, after their name.</summary>
    public static readonly ImmutableArray<string> OfPeople =
    [
        "types at once", "types", "presses late", "presses", "chooses", "writes late", "writes", "fills late", "fills", "looks",
    ];

    /// <summary>What happens around them.</summary>
    public static readonly ImmutableArray<string> OfTheWorld = ["Begins like", "Clock asleep", "Clock", "Restart", "Messages get lost"];

    /// <summary>What must be so.</summary>
    public static readonly ImmutableArray<string> Expectations =
    [
        "Bot asks exactly", "Bot asks", "Bot does not ask", "Bot says exactly", "Bot does not say", "Bot says nothing", "Bot says",
        "Bot does not show", "Bot shows", "Bot does not offer", "Bot offers", "Bot refuses", "Bot sends", "Box is empty", "Box has",
        "Screen has not", "Screen has", "Nothing is asked", "Step",
    ];
}
