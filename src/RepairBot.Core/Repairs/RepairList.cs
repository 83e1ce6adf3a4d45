using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Repairs by name: to choose one to go on with, or one to read.</summary>
internal static class RepairList
{
    /// <summary>The context of "which repair?".</summary>
    public const string ChooseContext = "choose-repair";

    /// <summary>The context of the list of repairs.</summary>
    public const string HistoryContext = "history";

    /// <summary>True for a message that lists repairs by name.</summary>
    public static bool Lists(Message message) =>
        message.Actions.Any(action => ActionId.Parse(action.Id) is { Question: ChooseContext or HistoryContext });

    /// <summary>The one repair that can be gone on with; null when there are none or several.</summary>
    public static RepairId? OnlyResumable(Person person) => Resumable(person).ToList() is [var only] ? only.Id : null;

    /// <summary>The repair that a context press is about, when it is not the one in focus.</summary>
    public static RepairId? RepairChosen(ActionId action, ImmutableArray<string> values) =>
        action is { Question: DueNotes.Context, Name: "open" } && values is [var late] ? DueNotes.RepairOf(late)
        : action is { Question: ChooseContext, Name: "resume" } or { Question: HistoryContext, Name: "read" } && values is [var chosen]
        && long.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new RepairId(id)
            : null;

    /// <summary>Every repair there was, one to choose and read.</summary>
    public static void Show(OutcomeBuilder turn)
    {
        var options = turn.Person.Repairs
            .Where(summary => summary.Form == ConversationForm.Repair)
            .Reverse()
            .Take(Layout.MostOptions)
            .Select(summary => OptionOf(turn, summary))
            .ToImmutableArray();
        if (options.IsEmpty)
        {
            Course.SayNote(turn, "history-none");
            return;
        }

        var board = new ContextBoard(turn, new MessageId(turn.NewId()), HistoryContext);
        board.Select("read", turn.Guide.Label("open"), options);
        board.Ask("history");
    }

    /// <summary>Asks which of several repairs to go on with.</summary>
    public static void Choose(OutcomeBuilder turn, IEnumerable<RepairSummary> resumable)
    {
        var board = new ContextBoard(turn, new MessageId(turn.NewId()), ChooseContext);
        board.Select("resume", turn.Guide.Label("open"), [.. resumable.Take(Layout.MostOptions).Select(summary => OptionOf(turn, summary))]);
        board.Ask("choose-repair");
    }

    /// <summary>One repair to read: every answer under its question's short name.</summary>
    public static void Read(OutcomeBuilder turn)
    {
        var lines = turn.Repair.Answers
            .Where(answer => !answer.Skipped)
            .Select(answer => (Editing.NameOf(turn, answer.Key), Content.Shown(turn, answer)))
            .ToList();
        Course.SayText(turn, turn.Guide.Note("data-show").Fill(turn.Fillings()), card: Layout.Card("", lines, turn.Guide.Label("hidden-more")));
    }

    /// <summary>Repairs that can be gone on with, the oldest first.</summary>
    public static IEnumerable<RepairSummary> Resumable(Person person) =>
        person.Repairs.Where(summary => summary is { Form: ConversationForm.Repair, State: RepairState.Kept or RepairState.Open });

    private static ActionOption OptionOf(OutcomeBuilder turn, RepairSummary summary) =>
        new(summary.Id.Value.ToString(CultureInfo.InvariantCulture), LabelOf(turn, summary));

    private static string LabelOf(OutcomeBuilder turn, RepairSummary summary)
    {
        var who = summary.Who.IsBlank ? turn.Guide.Label("them") : summary.Who.Reveal();
        return OutcomeBuilder.OneLine(
            $"{who}, {summary.StartedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {turn.Guide.PhaseName(Asking.PhaseOf(summary.Step))}", 100);
    }
}
