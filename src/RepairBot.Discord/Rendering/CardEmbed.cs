using Discord;
using RepairBot.Core.Chat;

namespace RepairBot.Discord.Rendering;

/// <summary>A card as an embed: each line a field. What escaping makes too long is split, and what does not fit is said to be kept.</summary>
internal static class CardEmbed
{
    private const string Nothing = "\u200b";
    private const string GoesOn = "…";

    // Room for the line that says that something is left out.
    private const int Reserve = 300;

    /// <param name="card">At most 25 lines.</param>
    /// <param name="leftOut">Says that the rest is kept.</param>
    /// <param name="mention">Makes a line of a value clickable; null leaves it.</param>
    public static Embed Of(Card card, string leftOut, Func<string, string?> mention)
    {
        var title = Markdown.Cut(card.Title.Reveal(), EmbedBuilder.MaxTitleLength);
        var embed = new EmbedBuilder { Title = title.Length == 0 ? null : title };
        var room = EmbedBuilder.MaxEmbedLength - Reserve - title.Length;
        foreach (var line in card.Lines)
        {
            if (!Add(embed, line, mention, ref room))
            {
                embed.AddField(GoesOn, leftOut);
                break;
            }
        }

        return embed.Build();
    }

    // False when not all of the line fitted.
    private static bool Add(EmbedBuilder embed, CardLine line, Func<string, string?> mention, ref int room)
    {
        var name = Shown(Markdown.Cut(line.Name.Reveal(), EmbedFieldBuilder.MaxFieldNameLength));
        var value = line.Value.Reveal();
        if (Clickable(value, mention) is { } clickable && clickable.Length <= Math.Min(EmbedFieldBuilder.MaxFieldValueLength, room - name.Length))
        {
            embed.AddField(name, clickable);
            room -= name.Length + clickable.Length;
            return true;
        }

        var rest = value.AsSpan();
        do
        {
            var piece = Markdown.Escape(rest, Math.Min(EmbedFieldBuilder.MaxFieldValueLength, room - name.Length), out var taken);
            if (embed.Fields.Count == EmbedBuilder.MaxFieldCount - 1 || (taken == 0 && !rest.IsEmpty))
            {
                return false;
            }

            piece = Shown(piece);
            embed.AddField(name, piece);
            room -= name.Length + piece.Length;
            rest = rest[taken..];
            name = GoesOn;
        }
        while (!rest.IsEmpty);

        return true;
    }

    private static string? Clickable(string value, Func<string, string?> mention)
    {
        var lines = value.Split('\n');
        return lines.Any(line => mention(line) is not null)
            ? string.Join('\n', lines.Select(line => mention(line) ?? Markdown.Escape(line)))
            : null;
    }

    // Discord refuses a field of nothing but blanks.
    private static string Shown(string text) => string.IsNullOrWhiteSpace(text) ? Nothing : text;
}
