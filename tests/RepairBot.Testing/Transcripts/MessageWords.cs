using RepairBot.Core.Chat;

namespace RepairBot.Testing.Transcripts;

/// <summary>A message as a person reads it, line breaks as blanks.</summary>
internal static class MessageWords
{
    /// <summary>The message's own words.</summary>
    public static string TextOf(Message message) => OneLine(message.Text.Reveal());

    /// <summary>The card's lines as <c>label: words</c>; a long value that was split is whole again.</summary>
    public static IEnumerable<string> CardOf(Message message)
    {
        string? open = null;
        foreach (var line in message.Card?.Lines ?? [])
        {
            if (line.Name.Reveal() == "…" && open is not null)
            {
                open += line.Value.Reveal();
                continue;
            }

            if (open is not null)
            {
                yield return OneLine(open);
            }

            open = $"{line.Name.Reveal()}: {line.Value.Reveal()}";
        }

        if (open is not null)
        {
            yield return OneLine(open);
        }
    }

    /// <summary>Words and card together.</summary>
    public static IEnumerable<string> AllOf(Message message) => CardOf(message).Prepend(TextOf(message));

    /// <summary>What can be done: buttons and forms by name, lists by the names of their options.</summary>
    public static IEnumerable<string> OffersOf(Message message) => message.Actions.SelectMany(action =>
        action.Kind == ActionKind.Select ? action.Options.Select(option => option.Value) : [action.Name]);

    /// <summary>Line breaks as blanks.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
