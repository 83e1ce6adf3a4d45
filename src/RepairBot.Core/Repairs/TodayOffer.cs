using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>The offer to look at today alone.</summary>
internal static class TodayOffer
{
    /// <summary>The context of the offer to look at today.</summary>
    public const string Context = "today-offer";

    /// <summary>When the heat has risen: offers one small question about today, or to name a feeling.</summary>
    public static void Make(OutcomeBuilder turn)
    {
        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, Context);
        board.Button("today", turn.Guide.Of(Step.Action).Option("today"), ActionRole.Other);
        board.Button("name-a-feeling", turn.Guide.Move("name-a-feeling"), ActionRole.Other);
        turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.Note,
            Repair = turn.Repair.Id,
            Guide = turn.Guide.Version,
            Text = new PrivateText(turn.Guide.Note("today-offer").Fill(turn.Fillings())),
            Actions = board.Build(),
        });
    }
}
