using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>The time set for a talk has come: whoever has talked may look at it in four short questions, whatever else is open.</summary>
internal static class TalkAgain
{
    /// <summary>Marks the reminder of a talk.</summary>
    public const string Subject = "talk";

    /// <summary>The context of the offer.</summary>
    public const string Context = "talk";

    public static void Say(OutcomeBuilder turn, bool late)
    {
        if (turn.Repair.State == RepairState.Private)
        {
            return;
        }

        var words = turn.Guide.Of(Step.TalkTime);
        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, Context);
        board.Button("talked", words.Option("talked"), ActionRole.Other);
        turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.Note,
            Phase = "dialogue",
            Repair = turn.Repair.Id,
            Guide = turn.Guide.Version,
            Text = new PrivateText(DueNotes.Words(turn, words.Note("due"), late)),
            Actions = board.Build(),
            Late = late,
        });
    }

    /// <summary>The talk was had: its questions come now, and lead back to whatever they interrupted.</summary>
    public static void Begin(OutcomeBuilder turn)
    {
        var first = Course.FirstPart(Step.AfterTalk);
        CheckInTalk.StepAside(turn, first);
        Course.Land(turn, first, Detour.CheckIn);
    }
}
