using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Collects the actions of a message that is no question of a step, such as "which answer?" or "delete all?".</summary>
internal sealed class ContextBoard(OutcomeBuilder turn, MessageId message, string context)
{
    private readonly ImmutableArray<ChatAction>.Builder actions = ImmutableArray.CreateBuilder<ChatAction>();

    public void Button(string name, string label, ActionRole role = ActionRole.Forward, ActionStyle style = ActionStyle.Secondary) =>
        actions.Add(new ChatAction { Id = IdOf(name), Name = name, Role = role, Kind = ActionKind.Button, Label = label, Style = style });

    public void Select(string name, string label, ImmutableArray<ActionOption> options) => actions.Add(new ChatAction
    {
        Id = IdOf(name),
        Name = name,
        Role = ActionRole.Forward,
        Kind = ActionKind.Select,
        Label = label,
        Options = options,
        Min = 1,
        Max = 1,
    });

    /// <summary>The actions, with help lines in reach as everywhere.</summary>
    public ImmutableArray<ChatAction> Build()
    {
        Button("safety", turn.Guide.Move("safety"), ActionRole.Safety, ActionStyle.Danger);
        return actions.DrainToImmutable();
    }

    /// <summary>Asks, with these actions to answer.</summary>
    /// <param name="note">The guide's words.</param>
    public void Ask(string note) => turn.Say(new Message
    {
        Id = message,
        Seq = 0,
        At = turn.Now,
        Kind = MessageKind.Question,
        Guide = turn.Guide.Version,
        Repair = turn.HasRepair ? turn.Repair.Id : null,
        Text = new PrivateText(turn.Guide.Note(note).Fill(turn.Fillings())),
        Actions = Build(),
    });

    private string IdOf(string name) => new ActionId(message, turn.Guide.Version, turn.Language, context, name).ToString();
}
