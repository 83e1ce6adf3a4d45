using RepairBot.Core.Chat;

namespace RepairBot.Discord.CustomIds;

/// <summary>What pressing a component or sending a modal asks of the bot: how to acknowledge it is decided from this alone.</summary>
internal enum Gesture
{
    /// <summary>A button or a list: acknowledged silently, then a turn.</summary>
    Press,

    /// <summary>Opens an empty form at once; no turn.</summary>
    OpenForm,

    /// <summary>Opens a form in which something stands already; no turn.</summary>
    OpenFilledForm,

    /// <summary>A form that was sent: acknowledged silently, then a turn.</summary>
    Submit,
}

/// <summary>
/// The custom id of a component or a modal: one letter for the gesture, then the action's own id with the turn's message, the guide version,
/// the language and the step. Nothing has to be read from the store to know how to answer.
/// </summary>
/// <param name="Gesture">What it does.</param>
/// <param name="Action">The action of the message.</param>
internal readonly record struct CustomId(Gesture Gesture, ActionId Action)
{
    /// <summary>Longest custom id Discord takes, in characters.</summary>
    public const int Longest = 100;

    private const string Letters = "pfes";

    /// <summary>The id as Discord carries it.</summary>
    /// <exception cref="InvalidOperationException">It would be longer than Discord takes: a name in the guide or the code is too long.</exception>
    public override string ToString()
    {
        var text = $"{Letters[(int)Gesture]}{Action}";
        return text.Length <= Longest ? text : throw new InvalidOperationException($"A custom id is longer than {Longest} characters.");
    }

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else, such as a forged id.</summary>
    public static CustomId? Parse(string? text)
    {
        if (text is not { Length: > 1 and <= Longest } || Letters.IndexOf(text[0], StringComparison.Ordinal) is var letter && letter < 0)
        {
            return null;
        }

        return ActionId.Parse(text[1..]) is { } action ? new CustomId((Gesture)letter, action) : null;
    }
}
