using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Wording;

namespace RepairBot.Discord.Interactions;

/// <summary>How an interaction is acknowledged: decided from what came and from nothing else, so that no store can hold it up.</summary>
internal abstract record Acknowledgement
{
    private Acknowledgement()
    {
    }

    /// <summary>"Thinking", for the person alone; a turn follows.</summary>
    internal sealed record Think : Acknowledgement;

    /// <summary>Silently; a turn follows.</summary>
    internal sealed record Quietly : Acknowledgement;

    /// <summary>Opens a form; no turn.</summary>
    internal sealed record Open(CustomId Form) : Acknowledgement;

    /// <summary>A kind sentence for the person alone; nothing else happens.</summary>
    internal sealed record Decline(string Sentence) : Acknowledgement;

    /// <summary>Decides.</summary>
    /// <param name="arrival">What came.</param>
    /// <param name="knows">Whether this version has a command of that name.</param>
    /// <param name="allowed">Servers the bot is for; empty for all.</param>
    public static Acknowledgement Of(Arrival arrival, Func<string, bool> knows, ImmutableArray<ulong> allowed)
    {
        var words = Words.In(arrival.Origin.Locale);
        if (arrival.Origin.Guild is { } guild && !allowed.IsEmpty && !allowed.Contains(guild))
        {
            return new Decline(words.NotThisServer);
        }

        if (arrival.Origin.IsBetweenPeople)
        {
            return new Decline(words.NotHere);
        }

        return arrival switch
        {
            Arrival.Command command when knows(command.Name) => new Think(),
            Arrival.Press press => CustomId.Parse(press.CustomId) switch
            {
                { Gesture: Gesture.Press } => new Quietly(),
                { Gesture: Gesture.OpenForm or Gesture.OpenFilledForm } form => new Open(form),
                _ => new Decline(words.NotYours),
            },
            Arrival.Form form when CustomId.Parse(form.CustomId) is not { Gesture: Gesture.Submit } => new Decline(words.NotYours),
            Arrival.Form form when form.Fields.Values.Any(field => field.Length > FormField.LongestText) => new Decline(words.TooLong),
            Arrival.Form => new Quietly(),
            _ => new Decline(words.UnknownCommand),
        };
    }
}
