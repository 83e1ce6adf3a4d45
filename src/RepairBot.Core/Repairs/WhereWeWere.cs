using System.Globalization;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Where a repair stands, for whoever comes back to it.</summary>
internal static class WhereWeWere
{
    /// <summary>The context of "where we were".</summary>
    public const string Context = "where-we-were";

    /// <summary>
    /// Says where the open repair stands and what was written last, and offers to start over or delete; at a return, also one small question
    /// about today.
    /// </summary>
    public static void Say(OutcomeBuilder turn, string note = "where-we-were", bool late = false, bool today = false)
    {
        var repair = turn.Repair;
        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, Context);
        board.Button("go-on", turn.Guide.Label("go-on"), ActionRole.Other);
        board.Button("start-over", turn.Guide.Label("start-over"), ActionRole.Other);
        board.Button("delete", turn.Guide.Label("delete"), ActionRole.Other, ActionStyle.Danger);
        if (today)
        {
            board.Button("today", turn.Guide.Of(Step.Action).Option("today"), ActionRole.Other);
        }

        var lines = new List<(string, string)>
        {
            (turn.Guide.Label("where"), turn.Guide.PhaseName(Asking.PhaseOf(repair))),
            (turn.Guide.Label("started"), repair.StartedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        };
        if (repair.Answers.LastOrDefault(answer => !answer.Skipped) is { } last)
        {
            lines.Add((turn.Guide.Label("you-wrote"), OutcomeBuilder.OneLine(Content.Shown(turn, last), 200)));
        }

        turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.Note,
            Repair = repair.Id,
            Guide = turn.Guide.Version,
            Text = new PrivateText(DueNotes.Words(turn, turn.Guide.Note(note), late, WhereFillings(turn))),
            Card = Layout.Card("", lines, turn.Guide.Label("hidden-more")),
            Actions = board.Build(),
        });
    }

    private static Guides.Fillings WhereFillings(OutcomeBuilder turn)
    {
        var place = turn.Paths.PlaceOf(turn.Repair, Course.Facts(turn));
        return turn.Fillings() with
        {
            Phase = turn.Guide.PhaseName(Asking.PhaseOf(turn.Repair)),
            Number = place.At.ToString(CultureInfo.InvariantCulture),
            Total = place.Of.ToString(CultureInfo.InvariantCulture),
        };
    }
}
