using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Something whose time has come, to be said.</summary>
/// <param name="Repair">What it belongs to.</param>
/// <param name="About">One of <see cref="DueNotes"/>' names, or a check-in's promise and day.</param>
/// <param name="DueAt">When it was to come, UTC.</param>
/// <param name="OthersDropped">Older ones of the same kind are left out.</param>
internal sealed record DueNote(RepairId Repair, string About, DateTimeOffset DueAt, bool OthersDropped = false);

/// <summary>Says what is due: each by itself, or after downtime all of it in one message that opens them one by one.</summary>
internal static class DueNotes
{
    /// <summary>The context of the one message that stands for several late ones.</summary>
    public const string Context = "late";

    /// <summary>A pause is over.</summary>
    public const string Pause = "pause";

    /// <summary>The time to go on has come.</summary>
    public const string Rest = "rest";

    /// <summary>The time set for a talk.</summary>
    public const string Talk = "talk";

    /// <summary>Starts what asks whether to go on asking.</summary>
    public const string StillWanted = "still/";

    /// <summary>Says them, in due order.</summary>
    public static void Say(OutcomeBuilder turn, List<DueNote> notes)
    {
        notes.Sort((one, other) => one.DueAt.CompareTo(other.DueAt));
        if (notes.Count > 1 && notes.Exists(note => IsLate(turn, note)))
        {
            SayMerged(turn, notes);
            return;
        }

        foreach (var note in notes)
        {
            turn.Switch(turn.InHand(note.Repair), changed: false);
            Say(turn, note.About, IsLate(turn, note), note.OthersDropped);
        }
    }

    /// <summary>One of several was chosen; the others stay to be chosen.</summary>
    public static void Open(OutcomeBuilder turn, string chosen)
    {
        if (turn.Scene.Target is { } message && message.Actions.FirstOrDefault(action => action.Name == "open") is { } list
            && list.Options.RemoveAll(option => option.Value == chosen) is { IsEmpty: false } others)
        {
            turn.Change(message with { Actions = ActionsOf(turn, message.Id, others) });
        }

        if (chosen.Split('/', 2) is [_, var about])
        {
            Say(turn, about, late: false, othersDropped: false, opened: true);
        }
    }

    /// <summary>Words that say first that they come late, where they do.</summary>
    public static string Words(OutcomeBuilder turn, Guides.Template words, bool late, Guides.Fillings? fillings = null)
    {
        var text = words.Fill(fillings ?? turn.Fillings());
        return late ? $"{turn.Guide.Note("late").Fill(turn.Fillings())} {text}" : text;
    }

    /// <summary>The repair that a chosen one belongs to.</summary>
    public static RepairId? RepairOf(string chosen) =>
        chosen.Split('/', 2) is [var id, _] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new RepairId(value)
            : null;

    private static bool IsLate(OutcomeBuilder turn, DueNote note) => turn.Now - note.DueAt > DueReminders.Late;

    private static void Say(OutcomeBuilder turn, string about, bool late, bool othersDropped, bool opened = false)
    {
        switch (about)
        {
            case Pause or Rest when !opened && (turn.Person.Hidden || turn.Person.Settings.Hide):
                Hiding.SayBehindOpen(turn);
                break;
            case Pause:
                Course.SayText(turn, Words(turn, turn.Guide.Of(Step.Exercise).Note("over"), late), late: late);
                break;
            case Rest:
                WhereWeWere.Say(turn, late: late);
                break;
            case Talk:
                TalkAgain.Say(turn, late);
                break;
            case var _ when about.StartsWith(StillWanted, StringComparison.Ordinal):
                CheckInPings.AskWhetherToGoOn(turn, about[StillWanted.Length..], late);
                break;
            default:
                CheckInPings.SayDue(turn, about, late, othersDropped, opened);
                break;
        }
    }

    private static void SayMerged(OutcomeBuilder turn, List<DueNote> notes)
    {
        var id = new MessageId(turn.NewId());
        ImmutableArray<ActionOption> options =
        [
            .. notes.Take(Layout.MostOptions).Select(note => new ActionOption(
                string.Create(CultureInfo.InvariantCulture, $"{note.Repair.Value}/{note.About}"), LabelOf(turn, note))),
        ];
        turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.CheckIn,
            Phase = "check-in",
            Step = Steps.NameOf(Step.Promise),
            Guide = turn.Guide.Version,
            Late = true,
            Text = new PrivateText(turn.Guide.Of(Step.Promise).Note("merged").Fill(turn.Fillings())),
            Actions = ActionsOf(turn, id, options),
        });
    }

    private static ImmutableArray<ChatAction> ActionsOf(OutcomeBuilder turn, MessageId id, ImmutableArray<ActionOption> options)
    {
        var board = new ContextBoard(turn, id, Context);
        board.Select("open", turn.Guide.Label("open"), options);
        return board.Build();
    }

    // In hide mode the list says the day alone.
    private static string LabelOf(OutcomeBuilder turn, DueNote note)
    {
        if (turn.Person.Settings.Hide || turn.Person.Hidden)
        {
            return Exercises.DayAndTime(turn, note.DueAt);
        }

        return CheckInPings.ActOf(turn, note) is { } act
            ? OutcomeBuilder.OneLine(act.Reveal(), 100)
            : $"{turn.Guide.PhaseName(note.About == Talk ? "dialogue" : "regulation")}, {Exercises.DayAndTime(turn, note.DueAt)}";
    }
}
