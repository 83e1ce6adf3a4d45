using System.Collections.Immutable;
using Discord;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;
using RepairBot.Core.Repairs;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Rendering;

namespace RepairBot.Discord.Interactions;

/// <summary>
/// Makes the form that a custom id asks for. Its fields come from the guide; only for what stands in them already is the message looked
/// up, and that for a second at most: then the form opens empty.
/// </summary>
internal sealed class FormOpening(TurnLoop loop, GuideShelf guides, TimeProvider time)
{
    private const string Title = "form-title";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The form; null when no version has one of that name.</summary>
    public async Task<Modal?> OpenAsync(PlatformIdentity who, CustomId id)
    {
        var guide = guides.For(id.Action.Language);
        var filled = id.Gesture == Gesture.OpenFilledForm ? await FilledAsync(who, id) : [];
        var fields = filled.IsEmpty ? FormShape.Of(guide, id.Action.Question, id.Action.Name, id.Fields) : filled;
        return fields.IsEmpty ? null : FormModal.Of(id, guide.Label(Title), fields);
    }

    private async Task<ImmutableArray<FormField>> FilledAsync(PlatformIdentity who, CustomId id)
    {
#pragma warning disable CA1031 // A form that opens empty is better than none: what stands in it is kept either way.
        try
        {
            var message = await loop.FindAsync(who, id.Action.Message, CancellationToken.None).WaitAsync(Patience, time);
            return message?.Actions.FirstOrDefault(action => action.Id == id.Action.ToString())?.Fields ?? [];
        }
        catch (Exception)
        {
            return [];
        }
#pragma warning restore CA1031
    }
}
