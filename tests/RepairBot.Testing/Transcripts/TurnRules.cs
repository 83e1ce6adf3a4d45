using RepairBot.Core.Chat;

namespace RepairBot.Testing.Transcripts;

/// <summary>What holds for whatever the bot says in one turn, checked in every turn of every transcript.</summary>
internal static class TurnRules
{
    private const int MostNotes = 2;

    private static readonly string[] Holes = [": .", " ,", " .", "“”", "()"];

    /// <summary>What is wrong with these messages; null when nothing is.</summary>
    public static string? Problem(IReadOnlyList<Message> said)
    {
        var notes = 0;
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in said)
        {
            var text = MessageWords.TextOf(message);
            notes += message.Kind == MessageKind.Note ? 1 : 0;
            if (!texts.Add(text) && message.File is null)
            {
                return "The bot says the same twice in one turn.";
            }

            if (text.Split(' ').Length > Message.MostWords)
            {
                return $"A message has more than {Message.MostWords} words.";
            }

            if (MessageWords.AllOf(message).Any(words => words.Contains('{', StringComparison.Ordinal)))
            {
                return "A placeholder was left unfilled.";
            }

            if (Holes.Any(hole => text.Contains(hole, StringComparison.Ordinal)))
            {
                return "A placeholder was filled with nothing.";
            }

            if (Layout.RowsOf(message.Actions) > Layout.MostRows)
            {
                return "The buttons need more rows than there are.";
            }
        }

        return notes <= MostNotes ? null : $"The bot says {notes} things in one turn before it lets the person answer.";
    }
}
