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
/// The custom id of a component or a modal: a letter for the gesture, a digit for the fields of its form, then the action's own id with the
/// turn's message, the guide version, the language and the step. Nothing has to be read from the store to know how to answer.
/// </summary>
/// <param name="Gesture">What it does.</param>
/// <param name="Fields">Fields of the form, 1–5; 0 where there is none.</param>
/// <param name="Action">The action of the message.</param>
internal readonly record struct CustomId(Gesture Gesture, int Fields, ActionId Action)
{
    /// <summary>Longest custom id Discord takes, in characters.</summary>
    public const int Longest = 100;

    private const string Letters = "pfes";
    private const int Prefix = 2;

    /// <summary>The custom id of an action's component.</summary>
    public static CustomId Of(ChatAction action)
    {
        var id = ActionId.Parse(action.Id) ?? throw new ArgumentException("An action has an id of another kind.", nameof(action));
        return action.Kind != ActionKind.Form ? new CustomId(Gesture.Press, 0, id)
            : action.Fields.Any(field => field.Value is { Length: > 0 }) ? new CustomId(Gesture.OpenFilledForm, action.Fields.Length, id)
            : new CustomId(Gesture.OpenForm, action.Fields.Length, id);
    }

    /// <summary>The id as Discord carries it.</summary>
    /// <exception cref="InvalidOperationException">It would be longer than Discord takes: a name in the guide or the code is too long.</exception>
    public override string ToString()
    {
        var text = $"{Letters[(int)Gesture]}{(char)('0' + Fields)}{Action}";
        return text.Length <= Longest ? text : throw new InvalidOperationException($"A custom id is longer than {Longest} characters.");
    }

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else, such as a forged id.</summary>
    public static CustomId? Parse(string? text)
    {
        if (text is not { Length: > Prefix and <= Longest } || !Letters.Contains(text[0]) || text[1] is < '0' or > '5')
        {
            return null;
        }

        var id = ActionId.Parse(text[Prefix..]) is { } action ? new CustomId((Gesture)Letters.IndexOf(text[0]), text[1] - '0', action) : default(CustomId?);
        return id is { Gesture: not Gesture.Press, Fields: 0 } or { Gesture: Gesture.Press, Fields: > 0 } ? null : id;
    }
}
