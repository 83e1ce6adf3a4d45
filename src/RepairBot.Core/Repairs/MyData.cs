using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.Privacy;

namespace RepairBot.Core.Repairs;

/// <summary>What a person can see, take away and delete of their own.</summary>
internal static class MyData
{
    /// <summary>The context of "delete all?".</summary>
    public const string Context = "mydata";

    public static void Show(OutcomeBuilder turn) =>
        Course.SayText(turn, turn.Guide.Note("data-show").Fill(turn.Fillings()), card: Overview(turn));

    public static void Export(OutcomeBuilder turn)
    {
        var export = DataExport.Of(turn.All, key => Editing.NameOf(turn, key));
        SayFile(turn, "data-export", new Attachment("repairbot-export.json", "application/json", new PrivateText(export.ToJson())));
        SayFile(turn, "data-export", new Attachment("repairbot-export.md", "text/markdown", new PrivateText(export.ToMarkdown())));
    }

    public static void AskToDelete(OutcomeBuilder turn)
    {
        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, Context);
        board.Button("delete", turn.Guide.Label("delete"), style: ActionStyle.Danger);
        board.Button("cancel", turn.Guide.Label("cancel"));
        turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.Question,
            Guide = turn.Guide.Version,
            Text = new PrivateText(turn.Guide.Note("data-delete-ask").Fill(turn.Fillings())),
            Card = Overview(turn),
            Actions = board.Build(),
        });
    }

    public static void Delete(OutcomeBuilder turn)
    {
        foreach (var message in turn.EveryMessage)
        {
            turn.Change(Hiding.Emptied(message));
        }

        turn.Erase = true;
        turn.Switch(null, changed: false);
        Course.SayText(turn, turn.Guide.Note("data-deleted").Fill(turn.Fillings()));
    }

    private static Card Overview(OutcomeBuilder turn)
    {
        var guide = turn.Guide;
        string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
        var until = (turn.Now + turn.Readers.Operator.Retention).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Layout.Card(
            "",
            [
                (guide.Label("repairs"), Number(turn.All.Repairs.Count(repair => repair.Form == ConversationForm.Repair))),
                (guide.Label("messages"), Number(turn.All.Messages.Length)),
                (guide.Label("promise"), Number(turn.All.Repairs.Sum(repair => repair.Promises.Length))),
                (guide.Label("reminders"), Number(turn.All.Repairs.Sum(repair => repair.Reminders.Length))),
                (guide.Label("kept-until"), until),
            ],
            guide.Label("hidden-more"));
    }

    private static void SayFile(OutcomeBuilder turn, string note, Attachment file) => turn.Say(new Message
    {
        Id = new MessageId(turn.NewId()),
        Seq = 0,
        At = turn.Now,
        Kind = MessageKind.Note,
        Guide = turn.Guide.Version,
        Text = new PrivateText(turn.Guide.Note(note).Fill(turn.Fillings())),
        File = file,
    });
}
