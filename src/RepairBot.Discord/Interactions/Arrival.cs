using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Interactions;

/// <summary>Who did something, and where.</summary>
/// <param name="Ref">What answers it.</param>
/// <param name="User">Who did it.</param>
/// <param name="Guild">The server it was done in; null in the direct messages.</param>
/// <param name="DirectChannel">The direct message channel it was done in; null in a server.</param>
/// <param name="Locale">The language of the person's Discord.</param>
internal sealed record Origin(InteractionRef Ref, ulong User, ulong? Guild, ulong? DirectChannel, string Locale)
{
    /// <summary>In a chat of people with each other, where the bot is nobody: only an app that one of them added to their account gets there.</summary>
    public bool IsBetweenPeople { get; init; }

    /// <summary>The platform's name, as identities carry it.</summary>
    public const string Platform = "discord";

    /// <summary>Who it is, in the conversation's words.</summary>
    public PlatformIdentity Who => Identify(User);

    /// <summary>A user of Discord, in the conversation's words.</summary>
    public static PlatformIdentity Identify(ulong user) => new(Platform, user.ToString(CultureInfo.InvariantCulture));
}

/// <summary>An interaction as it came, in the adapter's own words.</summary>
/// <param name="Origin">Who did it, and where.</param>
internal abstract record Arrival(Origin Origin)
{
    /// <summary>A slash command.</summary>
    /// <param name="Origin">Who did it, and where.</param>
    /// <param name="Name">With its subcommand, such as <c>repair start</c>.</param>
    /// <param name="Options">What was given with it, by name.</param>
    internal sealed record Command(Origin Origin, string Name, ImmutableDictionary<string, PrivateText> Options) : Arrival(Origin);

    /// <summary>A button or a list.</summary>
    /// <param name="Origin">Who did it, and where.</param>
    /// <param name="CustomId">As Discord gave it back.</param>
    /// <param name="Values">What was chosen.</param>
    internal sealed record Press(Origin Origin, string CustomId, ImmutableArray<string> Values) : Arrival(Origin);

    /// <summary>A form that was sent.</summary>
    /// <param name="Origin">Who did it, and where.</param>
    /// <param name="CustomId">As Discord gave it back.</param>
    /// <param name="Fields">What was written, by field.</param>
    internal sealed record Form(Origin Origin, string CustomId, ImmutableDictionary<string, PrivateText> Fields) : Arrival(Origin);

    /// <summary>Something this version does not offer, such as a user command of an older one.</summary>
    /// <param name="Origin">Who did it, and where.</param>
    internal sealed record Other(Origin Origin) : Arrival(Origin);
}
