using System.Globalization;

namespace RepairBot.Discord.Wording;

/// <summary>
/// What the adapter itself says about Discord, in one language. The conversation's words are the guides'; these are about buttons, servers
/// and direct messages.
/// </summary>
internal sealed record Words
{
    /// <summary>A message that was due earlier.</summary>
    public required string Late { get; init; }

    /// <summary>The end of a pause: {0} a time of day, {1} how far away it is.</summary>
    public required string Until { get; init; }

    /// <summary>Where a question stands: {0} of about {1}.</summary>
    public required string Progress { get; init; }

    /// <summary>A card too long for Discord.</summary>
    public required string LeftOut { get; init; }

    /// <summary>A file too large for Discord.</summary>
    public required string FileTooLarge { get; init; }

    /// <summary>The picture of a breath: {0} seconds in, {1} seconds out.</summary>
    public required string Breathing { get; init; }

    /// <summary>The answer to a command in a server: {0} is a link to the direct messages.</summary>
    public required string GoOnInDirectMessages { get; init; }

    /// <summary>Direct messages can't be sent: goes on right here.</summary>
    public required string DirectMessagesClosed { get; init; }

    /// <summary>The same again, to whoever was told already.</summary>
    public required string StillHere { get; init; }

    /// <summary>The direct messages take a moment.</summary>
    public required string OnItsWay { get; init; }

    /// <summary>Somebody else's button, or a forged one.</summary>
    public required string NotYours { get; init; }

    /// <summary>A press whose question has moved on.</summary>
    public required string MovedOn { get; init; }

    /// <summary>A form or a choice that does not fit.</summary>
    public required string DoesNotFit { get; init; }

    /// <summary>A field longer than it may be.</summary>
    public required string TooLong { get; init; }

    /// <summary>A command this version does not know.</summary>
    public required string UnknownCommand { get; init; }

    /// <summary>A server the bot is not meant for.</summary>
    public required string NotThisServer { get; init; }

    /// <summary>A chat in which the bot is nobody.</summary>
    public required string NotHere { get; init; }

    /// <summary>Something failed on the bot's side.</summary>
    public required string Failed { get; init; }

    /// <summary>The words for a language tag: the language itself, or English.</summary>
    public static Words In(string? language) => language?.Split('-')[0] switch
    {
        "es" => Spanish.Words,
        "de" => German.Words,
        _ => English.Words,
    };

    /// <summary>Words that stand for the picture of a breath.</summary>
    public string BreathingAlt(int secondsIn, int secondsOut) => string.Format(CultureInfo.InvariantCulture, Breathing, secondsIn, secondsOut);
}
