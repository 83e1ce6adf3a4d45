using System.Globalization;

namespace RepairBot.Core.Chat;

/// <summary>
/// The opaque id of an action. It carries all that a platform needs to answer at once, before anything is read: which guide and
/// language the words came from, the step, and what is to be done. At most 100 characters.
/// </summary>
/// <param name="Message">The message that carries the action: the turn it belongs to.</param>
/// <param name="Guide">Guide version.</param>
/// <param name="Language">Language of the words.</param>
/// <param name="Question">The step's name, the extra question's id, or what the message is about outside a repair.</param>
/// <param name="Name">The action's stable name.</param>
public readonly record struct ActionId(MessageId Message, int Guide, string Language, string Question, string Name)
{
    private const int Parts = 5;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Message}:{Guide}:{Language}:{Question}:{Name}");

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static ActionId? Parse(string text)
    {
        var all = text.AsSpan();
        Span<Range> parts = stackalloc Range[Parts + 1];
        return all.Split(parts, ':') == Parts
            && MessageId.TryParse(all[parts[0]], out var message)
            && int.TryParse(all[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var guide)
            ? new ActionId(message, guide, text[parts[2]], text[parts[3]], text[parts[4]])
            : null;
    }
}
