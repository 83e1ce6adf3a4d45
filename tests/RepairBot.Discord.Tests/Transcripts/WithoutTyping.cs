using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Testing.Transcripts;

namespace RepairBot.Discord.Tests.Transcripts;

/// <summary>What somebody does who would type an answer and has no direct messages to type it in: the button, the list or the form for it.</summary>
internal static class WithoutTyping
{
    /// <summary>One thing to do.</summary>
    internal sealed record Doing(Message On, ChatAction Action, ImmutableArray<string> Values, ImmutableArray<(string Id, string Text)> Fields);

    /// <summary>What stands for the words; null where only typing does.</summary>
    public static Doing? Of(ChatScreen screen, string words)
    {
        var bare = words.Trim().TrimEnd('.', '!', '?', ' ');
        var live = screen.Live.ToList();
        return live.Select(message => Chosen(message, bare)).FirstOrDefault(doing => doing is not null) ?? Written(screen.Question, words);
    }

    private static Doing? Chosen(Message message, string bare)
    {
        foreach (var action in message.Actions)
        {
            if (action.Kind == ActionKind.Button && IsCalled(action.Name, action.Label, bare))
            {
                return new Doing(message, action, [], []);
            }

            var values = Values(action, bare);
            if (values.Length > 0 && values.Length <= (action.Max ?? 1))
            {
                return new Doing(message, action, values, []);
            }
        }

        return null;
    }

    private static ImmutableArray<string> Values(ChatAction list, string bare)
    {
        var wanted = list.Max > 1 ? bare.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [Rating(bare)];
        var found = wanted.Select(one => list.Options.FirstOrDefault(option => IsCalled(option.Value, option.Label, one))?.Value).ToList();
        return found.Contains(null) ? [] : [.. found.Distinct()!];
    }

    private static Doing? Written(Message? question, string words) =>
        question?.Actions.FirstOrDefault(action => action is { Name: "answer", Kind: ActionKind.Form }) is { } form && words.Length <= form.Fields[0].MaxLength
            ? new Doing(question, form, [], [.. form.Fields.Select((field, at) => (field.Id, at == 0 ? words : field.Value?.Reveal() ?? ""))])
            : null;

    private static string Rating(string bare) =>
        bare.EndsWith("/10", StringComparison.Ordinal) && int.TryParse(bare[..^3], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? bare[..^3] : bare;

    private static bool IsCalled(string name, string label, string bare) =>
        string.Equals(name, bare, StringComparison.OrdinalIgnoreCase) || string.Equals(label.TrimEnd('.', '!', '?', ' '), bare, StringComparison.OrdinalIgnoreCase);
}
