using System.Collections.Immutable;
using Discord;
using RepairBot.Core.Chat;
using RepairBot.Discord.CustomIds;

namespace RepairBot.Discord.Rendering;

/// <summary>A form as a modal.</summary>
internal static class FormModal
{
    private const int LongestTitle = 45;
    private const int LongestLabel = 45;

    /// <param name="opened">The custom id that asked for it.</param>
    /// <param name="title">What stands above; cut to 45 characters.</param>
    /// <param name="fields">1–5 fields.</param>
    public static Modal Of(CustomId opened, string title, ImmutableArray<FormField> fields)
    {
        var modal = new ModalBuilder { Title = Cut(title, LongestTitle), CustomId = (opened with { Gesture = Gesture.Submit }).ToString() };
        foreach (var field in fields)
        {
            modal.AddTextInput(
                Cut(field.Label, LongestLabel),
                field.Id,
                field.Multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
                minLength: field.MinLength,
                maxLength: field.MaxLength,
                required: field.Required,
                value: ValueOf(field));
        }

        return modal.Build();
    }

    // A text that would be refused before the person touched it is left out: the field's own length counts.
    private static string? ValueOf(FormField field) =>
        field.Value is { Length: > 0 } value && value.Length >= field.MinLength ? Layout.Cut(value.Reveal(), field.MaxLength).ToString() : null;

    private static string Cut(string text, int most) =>
        string.IsNullOrWhiteSpace(text) ? "…" : text.Length <= most ? text : $"{Layout.Cut(text, most - 1)}…";
}
