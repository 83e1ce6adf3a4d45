using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.LocalChat.Api;

/// <summary>Puts messages into the API's words.</summary>
internal static class Showing
{
    /// <summary>One message of this person's feed. A removed one keeps its place and says nothing.</summary>
    public static ShownMessage Show(Message message, string person)
    {
        var bare = new ShownMessage
        {
            Id = message.Id.ToString(),
            Seq = message.Seq,
            At = message.At.UtcDateTime,
            From = message.From == Sender.Bot ? "bot" : person,
            Where = message.Where,
            Kind = message.Kind,
            Text = default,
            Removed = message.Removed,
            Actions = [],
        };

        return message.Removed ? bare : bare with
        {
            Phase = message.Phase,
            Step = message.Step,
            Text = message.Text,
            Card = message.Card is { } card ? new ShownCard(card.Title, [.. card.Lines.Select(line => new ShownLine(line.Name, line.Value))]) : null,
            Image = message.Image is { } image && IsLocal(image.Url) ? new ShownImage(image.Url, image.Alt) : null,
            File = message.File is { } file ? new ShownFile($"/api/people/{person}/files/{message.Id}", file.Name) : null,
            Until = message.Until?.UtcDateTime,
            Pace = message.Pace is { } pace ? new ShownPace(pace.In, pace.Out) : null,
            Progress = message.Progress is { } progress ? new ShownProgress(progress.At, progress.Of) : null,
            Late = message.Late,
            Edited = message.Edited,
            Actions = [.. message.Actions.Select(Show)],
        };
    }

    private static ShownAction Show(ChatAction action) => new()
    {
        Id = action.Id,
        Name = action.Name,
        Role = action.Role,
        Kind = action.Kind,
        Label = action.Label,
        Style = action.Style,
        Disabled = action.Disabled,
        Options = OrNull(action.Options, option => new ShownOption(option.Value, option.Label)),
        Min = action.Min,
        Max = action.Max,
        Fields = OrNull(action.Fields, field => new ShownField(
            field.Id, field.Label, field.Multiline, field.Required, field.MinLength, field.MaxLength, field.Value)),
    };

    private static IReadOnlyList<TShown>? OrNull<T, TShown>(ImmutableArray<T> items, Func<T, TShown> show) =>
        items.IsDefaultOrEmpty ? null : [.. items.Select(show)];

    // Nothing is fetched from elsewhere: the page would show a broken picture, and the other place would learn of the visit.
    private static bool IsLocal(string url) =>
        url is ['/', not '/', ..] || url.StartsWith("data:image/", StringComparison.Ordinal);
}
