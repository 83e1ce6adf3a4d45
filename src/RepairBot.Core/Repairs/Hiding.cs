using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Puts the conversation out of sight: what was said goes from the chat and stays sealed in the store.</summary>
internal static class Hiding
{
    /// <summary>The context of the one message that is left.</summary>
    public const string Context = "hidden";

    public static void Hide(OutcomeBuilder turn)
    {
        foreach (var message in turn.EveryMessage)
        {
            if (!message.Removed)
            {
                turn.Change(message with { Removed = true, Actions = [] });
            }
        }

        turn.Person = turn.Person with { Hidden = true };
        SayWithOpen(turn, "hidden");
    }

    /// <summary>A reminder that gives nothing away; what it is about comes when it is opened.</summary>
    public static void SayBehindOpen(OutcomeBuilder turn) => SayWithOpen(turn, "behind-open");

    /// <summary>Back in sight: the open question is asked again.</summary>
    public static void Open(OutcomeBuilder turn)
    {
        turn.Person = turn.Person with { Hidden = false };
        Course.SayNote(turn, "opened");
        Moves.Again(turn);
    }

    private static void SayWithOpen(OutcomeBuilder turn, string note)
    {
        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, Context);
        board.Button("open", turn.Guide.Label("open"));
        turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.Note,
            Guide = turn.Guide.Version,
            Text = new PrivateText(turn.Guide.Note(note).Fill(turn.Fillings())),
            Actions = board.Build(),
        });
    }

    /// <summary>The same message without a word, for good.</summary>
    public static Message Emptied(Message message) => message with
    {
        Text = default,
        Card = null,
        Image = null,
        File = null,
        Actions = [],
        Until = null,
        Pace = null,
        Removed = true,
    };
}
