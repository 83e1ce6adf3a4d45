using RepairBot.Core.Chat;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Tests.Rendering;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Discord.Tests.Transcripts;

/// <summary>Holds a message as Discord shows it to what the bot said: the same words, the same things to do.</summary>
internal static class DiscordScreen
{
    /// <param name="said">The message in its latest version.</param>
    /// <param name="shown">What stands on the screen; null when nothing does.</param>
    public static void Hold(Message said, ShownMessage? shown)
    {
        if (said.Removed)
        {
            Assert.Null(shown);
            return;
        }

        Assert.NotNull(shown);
        Assert.Contains(said.Text.Reveal().Trim(), MarkdownTests.Unescaped(shown.Content), StringComparison.Ordinal);
        Assert.Equal(WordsOf(said.Card), string.Concat(shown.Embeds.SelectMany(embed => embed.Fields).Select(WordsOf)));
        Assert.Equal(
            said.Actions.Select(action => CustomId.Of(action).ToString()).Order(StringComparer.Ordinal),
            shown.Components.Select(component => component.CustomId!).Order(StringComparer.Ordinal));
        Assert.Equal(
            said.Actions.Where(action => action.Kind != ActionKind.Select).Select(action => action.Label).Order(StringComparer.Ordinal),
            shown.Buttons.Select(button => button.Label!).Order(StringComparer.Ordinal));
        foreach (var list in said.Actions.Where(action => action.Kind == ActionKind.Select))
        {
            var select = shown.Select(CustomId.Of(list).ToString());
            Assert.Equal(list.Options.Select(option => (option.Value, option.Label)), select.Options.Select(option => (option.Value, option.Label)));
        }

        Assert.Equal(said.File?.Name ?? (said.Pace is null ? null : "breathing-4-6.gif"), shown.Files.SingleOrDefault()?.Name);
    }

    // A value that escaping made too long for one field goes on in the next.
    private static string WordsOf(Card? card) =>
        string.Concat((card?.Lines ?? []).Select(line => Named(line.Name.Reveal()) + Trimmed(line.Value.Reveal())));

    private static string WordsOf(ShownField field) => Named(MarkdownTests.Unescaped(field.Name)) + Trimmed(CommandOf(MarkdownTests.Unescaped(field.Value)));

    private static string Named(string name) => name == "…" ? "" : Trimmed(name);

    private static string Trimmed(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    // "</repair start:42>" is what "/repair start" looks like when it can be clicked.
    private static string CommandOf(string value) => System.Text.RegularExpressions.Regex.Replace(
        value, "<(?<command>/[a-z -]+):[0-9]+>", "${command}", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
