using System.Collections.Immutable;
using Discord;
using RepairBot.Core.Chat;
using RepairBot.Discord.CustomIds;

namespace RepairBot.Discord.Rendering;

/// <summary>
/// Actions as rows of components: a list has a row of its own, buttons share rows of five. The question's own buttons and the moves stand
/// apart where there is room, and the list of rarer moves comes last.
/// </summary>
internal static class ActionRows
{
    // Discord.Net refuses what Discord itself takes up to 150.
    private const int LongestPlaceholder = 100;

    public static MessageComponent Of(ImmutableArray<ChatAction> actions)
    {
        var more = actions.Where(action => action is { Kind: ActionKind.Select, Role: ActionRole.Move }).ToList();
        var lists = actions.Where(action => action.Kind == ActionKind.Select).Except(more).ToList();
        var buttons = actions.Where(action => action.Kind != ActionKind.Select).ToList();
        var moves = buttons.Where(IsMove).ToList();
        var apart = lists.Count + Rows(buttons.Count - moves.Count) + Rows(moves.Count) + more.Count <= Layout.MostRows;

        var components = new ComponentBuilder();
        lists.ForEach(list => components.AddRow(RowOf(list)));
        AddButtons(components, apart ? buttons.Where(button => !IsMove(button)) : buttons);
        AddButtons(components, apart ? moves : []);
        more.ForEach(list => components.AddRow(RowOf(list)));
        return components.Build();
    }

    private static int Rows(int buttons) => (buttons + Layout.MostButtons - 1) / Layout.MostButtons;

    private static bool IsMove(ChatAction action) => action.Role is ActionRole.Move or ActionRole.Safety;

    private static void AddButtons(ComponentBuilder components, IEnumerable<ChatAction> buttons)
    {
        foreach (var five in buttons.Chunk(Layout.MostButtons))
        {
            var row = new ActionRowBuilder();
            foreach (var button in five)
            {
                row.WithButton(
                    Plain(button.Label, ButtonBuilder.MaxButtonLabelLength), CustomId.Of(button).ToString(), StyleOf(button), disabled: button.Disabled);
            }

            components.AddRow(row);
        }
    }

    private static ActionRowBuilder RowOf(ChatAction list) => new ActionRowBuilder().WithSelectMenu(new SelectMenuBuilder
    {
        CustomId = CustomId.Of(list).ToString(),
        Placeholder = Plain(list.Label, LongestPlaceholder),
        MinValues = list.Min ?? 1,
        MaxValues = list.Max ?? 1,
        IsDisabled = list.Disabled,
        Options = [.. list.Options.Take(Layout.MostOptions).Select(option =>
            new SelectMenuOptionBuilder(Plain(option.Label, SelectMenuOptionBuilder.MaxSelectLabelLength), option.Value))],
    });

    private static ButtonStyle StyleOf(ChatAction action) => action.Style switch
    {
        ActionStyle.Primary => ButtonStyle.Primary,
        ActionStyle.Success => ButtonStyle.Success,
        ActionStyle.Danger => ButtonStyle.Danger,
        ActionStyle.Secondary or null => ButtonStyle.Secondary,
    };

    // Labels show no markdown; Discord refuses an empty one.
    private static string Plain(string text, int most) =>
        string.IsNullOrWhiteSpace(text) ? "…" : text.Length <= most ? text : $"{Layout.Cut(text, most - 1)}…";
}
