using System.Collections.Immutable;

namespace RepairBot.Core.Chat;

/// <summary>
/// Arranges what can be done with a message so that it fits Discord's five rows of five and feels like few choices: a question's own
/// actions first, then Back, Skip and Help now, and one list that folds the rarer moves.
/// </summary>
public static class Layout
{
    /// <summary>Rows a message may have.</summary>
    public const int MostRows = 5;

    /// <summary>Buttons a row may have.</summary>
    public const int MostButtons = 5;

    /// <summary>Options a list may have.</summary>
    public const int MostOptions = 25;

    /// <summary>Lines a card may have.</summary>
    public const int MostLines = 25;

    /// <summary>Characters of one card line.</summary>
    public const int LongestLine = 1024;

    /// <summary>Characters over one card: under Discord's 6,000 for all embeds together, titles and labels included.</summary>
    public const int LongestCard = 5000;

    /// <summary>The name of the list that folds the rarer moves.</summary>
    public const string More = "more";

    /// <summary>What stands in place of a label where a line goes on.</summary>
    private const string Rest = "…";

    private static readonly ImmutableArray<string> OwnButtons = ["back", "skip", "safety"];

    /// <summary>Puts a question's own actions and the moves together.</summary>
    /// <param name="own">Forward actions first.</param>
    /// <param name="moves">Every move that works here, by name and label.</param>
    /// <param name="id">Makes an action's id from its name.</param>
    /// <param name="moreLabel">What is written on the list.</param>
    public static ImmutableArray<ChatAction> Arrange(
        ReadOnlySpan<ChatAction> own, IReadOnlyList<ActionOption> moves, Func<string, string> id, string moreLabel)
    {
        var actions = ImmutableArray.CreateBuilder<ChatAction>(own.Length + OwnButtons.Length + 1);
        actions.AddRange(own);
        var folded = ImmutableArray.CreateBuilder<ActionOption>(moves.Count);
        foreach (var move in moves)
        {
            if (OwnButtons.Contains(move.Value))
            {
                actions.Add(Button(move, id));
            }
            else
            {
                folded.Add(move);
            }
        }

        if (folded.Count > 0)
        {
            actions.Add(new ChatAction
            {
                Id = id(More),
                Name = More,
                Role = ActionRole.Move,
                Kind = ActionKind.Select,
                Label = moreLabel,
                Options = folded.DrainToImmutable(),
                Min = 1,
                Max = 1,
            });
        }

        return actions.DrainToImmutable();
    }

    /// <summary>Rows these actions take on Discord: a list takes one, up to five buttons share one.</summary>
    public static int RowsOf(ImmutableArray<ChatAction> actions)
    {
        var rows = 0;
        var buttons = 0;
        foreach (var action in actions)
        {
            if (action.Kind == ActionKind.Select)
            {
                rows++;
            }
            else
            {
                buttons++;
            }
        }

        return rows + ((buttons + MostButtons - 1) / MostButtons);
    }

    /// <summary>A card whose long values are split over lines and whose sum is bounded; what does not fit is said to be kept.</summary>
    /// <param name="title">At most 256 characters.</param>
    /// <param name="lines">Labels and words.</param>
    /// <param name="more">What is said where words are left out.</param>
    public static Card Card(string title, IEnumerable<(string Name, string Value)> lines, string more)
    {
        var card = ImmutableArray.CreateBuilder<CardLine>();
        var room = LongestCard;
        foreach (var (name, value) in lines)
        {
            for (var at = 0; at < value.Length;)
            {
                var label = at == 0 ? name : Rest;
                var piece = Cut(value.AsSpan(at), Math.Min(LongestLine, room - label.Length));
                if (piece.IsEmpty || card.Count == MostLines - 1)
                {
                    card.Add(new CardLine(new PrivateText(Rest), new PrivateText(more)));
                    return new Card(new PrivateText(title), card.DrainToImmutable());
                }

                card.Add(new CardLine(new PrivateText(label), new PrivateText(piece.ToString())));
                room -= label.Length + piece.Length;
                at += piece.Length;
            }
        }

        return new Card(new PrivateText(title), card.DrainToImmutable());
    }

    /// <summary>The same card with one line more; null stands for a card that is not there yet.</summary>
    public static Card With(Card? card, string name, string value, string more) => card is null
        ? Card("", [(name, value)], more)
        : Card(card.Title.Reveal(), card.Lines.Select(line => (line.Name.Reveal(), line.Value.Reveal())).Append((name, value)), more);

    /// <summary>The first characters of a text, never half of a pair; empty when there is no room.</summary>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        return most <= 0 ? [] : text[..(char.IsHighSurrogate(text[most - 1]) && char.IsLowSurrogate(text[most]) ? most - 1 : most)];
    }

    private static ChatAction Button(ActionOption move, Func<string, string> id) => new()
    {
        Id = id(move.Value),
        Name = move.Value,
        Role = move.Value == "safety" ? ActionRole.Safety : ActionRole.Move,
        Kind = ActionKind.Button,
        Label = move.Label,
        Style = move.Value == "safety" ? ActionStyle.Danger : ActionStyle.Secondary,
    };
}
