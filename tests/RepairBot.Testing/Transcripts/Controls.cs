using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Testing.Transcripts;

/// <summary>Finds buttons, lists and forms by their stable names or by what is written on them.</summary>
internal static class Controls
{
    /// <summary>A button, or an option of the list that folds the rarer moves.</summary>
    public static (Message Message, ChatAction Action, string? Value)? Button(IEnumerable<Message> messages, string name)
    {
        foreach (var message in messages)
        {
            foreach (var action in message.Actions)
            {
                if (action.Kind == ActionKind.Button && Is(action.Name, action.Label, name))
                {
                    return (message, action, null);
                }

                if (action.Name == Layout.More && action.Options.FirstOrDefault(option => Is(option.Value, option.Label, name)) is { } folded)
                {
                    return (message, action, folded.Value);
                }
            }
        }

        return null;
    }

    /// <summary>A list that has all these options, given with commas between them.</summary>
    public static (Message Message, ChatAction Action, ImmutableArray<string> Values)? List(IEnumerable<Message> messages, string names)
    {
        foreach (var message in messages)
        {
            foreach (var action in message.Actions.Where(action => action.Kind == ActionKind.Select))
            {
                var whole = ValueOf(action, names);
                var values = whole is not null ? [whole] : names.Split(',', StringSplitOptions.TrimEntries).Select(name => ValueOf(action, name)).ToList();
                if (values.TrueForAll(value => value is not null))
                {
                    return (message, action, [.. values!]);
                }
            }
        }

        return null;
    }

    /// <summary>A form: <c>writes</c> wants the one-box form that answers, <c>fills</c> names it.</summary>
    public static (Message Message, ChatAction Action)? Form(IEnumerable<Message> messages, TranscriptLine line)
    {
        var writes = line.Verb.StartsWith("writes", StringComparison.Ordinal);
        foreach (var message in messages)
        {
            foreach (var action in message.Actions.Where(action => action.Kind == ActionKind.Form))
            {
                if (writes ? action is { Name: "answer", Fields.Length: 1 } : Is(action.Name, action.Label, line.Text))
                {
                    return (message, action);
                }
            }
        }

        return null;
    }

    /// <summary>What is sent: boxes that were not touched keep what stood in them, as everywhere.</summary>
    public static IEnumerable<(string Id, string Text)> Filled(ChatAction form, TranscriptLine line, string text)
    {
        if (line.Boxes.FirstOrDefault(box => form.Fields.All(field => field.Id != box.Name)) is { Name: { } unknown })
        {
            throw new InvalidOperationException($"The form of line {line.Number} has no box `{unknown}`.");
        }

        foreach (var field in form.Fields)
        {
            var written = line.Verb.StartsWith("writes", StringComparison.Ordinal)
                ? text
                : line.Boxes.Where(box => box.Name == field.Id).Select(box => box.Text).FirstOrDefault();
            yield return (field.Id, written ?? field.Value?.Reveal() ?? "");
        }
    }

    private static string? ValueOf(ChatAction action, string name) =>
        action.Options.FirstOrDefault(option => Is(option.Value, option.Label, name))?.Value;

    private static bool Is(string name, string label, string wanted) => name == wanted || label == wanted;
}
