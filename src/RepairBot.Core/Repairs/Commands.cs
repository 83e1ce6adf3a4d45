using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>The commands that start things. A blank in a name stands for a subcommand on platforms that have them.</summary>
internal static class Commands
{
    /// <summary>The context of "one is open already".</summary>
    public const string OpenContext = "open-already";

    /// <summary>The context of "which repair?".</summary>
    public const string ChooseContext = "choose-repair";

    /// <summary>The context of "where we were".</summary>
    public const string ResumeContext = "where-we-were";

    /// <summary>The context of the offer to look at today.</summary>
    public const string TodayContext = "today-offer";

    /// <summary>The context of the list of repairs.</summary>
    public const string HistoryContext = "history";

    private static readonly FrozenDictionary<string, Action<OutcomeBuilder, ImmutableDictionary<string, PrivateText>>> ByName =
        new Dictionary<string, Action<OutcomeBuilder, ImmutableDictionary<string, PrivateText>>>
        {
            ["repair start"] = (turn, _) => Start(turn),
            ["repair resume"] = (turn, _) => Resume(turn),
            ["repair status"] = (turn, _) => Status(turn),
            ["repair stop"] = (turn, _) => StopRepair(turn),
            ["repair history"] = (turn, _) => History(turn),
            ["steady"] = (turn, _) => Steady(turn),
            ["reflect"] = (turn, _) => StartNew(turn, ConversationForm.Reflection),
            ["settings"] = SettingsCommand.Take,
            ["mydata show"] = (turn, _) => MyData.Show(turn),
            ["mydata export"] = (turn, _) => MyData.Export(turn),
            ["mydata delete"] = (turn, _) => MyData.AskToDelete(turn),
            ["checkin list"] = (turn, _) => PromiseCommands.List(turn),
            ["checkin now"] = (turn, _) => PromiseCommands.Now(turn),
            ["checkin later"] = PromiseCommands.Later,
            ["checkin stop"] = (turn, _) => PromiseCommands.Stop(turn),
            ["timeline"] = (turn, _) => PromiseCommands.Timeline(turn),
            ["help"] = (turn, _) => Help(turn),
            ["about"] = (turn, _) => About(turn),
            ["notsafe"] = (turn, _) => StepBack.HelpNow(turn),
        }.ToFrozenDictionary();

    /// <summary>Every command's name, in order.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>True for a command this version has.</summary>
    public static bool Knows(string name) => ByName.ContainsKey(name);

    /// <summary>True for a message that lists repairs by name.</summary>
    public static bool Lists(Message message) =>
        message.Actions.Any(action => ActionId.Parse(action.Id) is { Question: ChooseContext or HistoryContext });

    public static void Take(OutcomeBuilder turn, ChatEvent.Command command) => ByName[command.Name](turn, command.Options);

    /// <summary>A new repair from its first question, or the choice to go on with the open one.</summary>
    public static void Start(OutcomeBuilder turn)
    {
        if (turn.HasRepair && turn.Repair is { State: RepairState.Open, Form: ConversationForm.Repair })
        {
            AskContext(turn, OpenContext, "open-already", "go-on", "start-new");
            return;
        }

        StartNew(turn, ConversationForm.Repair);
    }

    public static void StartNew(OutcomeBuilder turn, ConversationForm form)
    {
        if (turn.HasRepair && turn.Repair.State == RepairState.Open)
        {
            Asking.Retire(turn);
            turn.Set(turn.Repair with { State = RepairState.Kept });
        }

        var id = new RepairId(turn.NewId());
        var first = form switch
        {
            ConversationForm.Steady => Step.Exercise,
            ConversationForm.Reflection => Step.Usual,
            ConversationForm.Repair => Course.First(turn.Person),
        };
        var slow = form == ConversationForm.Repair && Profiles.ComesBackOften(turn);
        turn.Switch(
            new Repair { Id = id, Form = form, StartedAt = turn.Now, LastAt = turn.Now, Now = new QuestionKey(first), Slow = slow }, changed: true);
        if (slow)
        {
            Course.SayText(turn, turn.Guide.Of(Step.Side).Note("slower").Fill(turn.Fillings()));
        }

        turn.Person = turn.Person with { Focus = id, Hidden = false };
        Course.Land(turn, turn.Repair.Now, Detour.None);
    }

    /// <summary>Goes on with a repair that was put away, or says where the open one stands.</summary>
    public static void Resume(OutcomeBuilder turn)
    {
        turn.Person = turn.Person with { Hidden = false };
        if (turn.HasRepair && turn.Repair.State is RepairState.Open or RepairState.Kept)
        {
            Put(turn);
            SayWhereWeWere(turn);
            Asking.Ask(turn);
            return;
        }

        var resumable = Resumable(turn.Person).Reverse().ToList();
        if (resumable.Count == 0)
        {
            Course.SayNote(turn, "nothing-open");
            return;
        }

        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, ChooseContext);
        board.Select("resume", turn.Guide.Label("open"), [.. resumable.Take(Layout.MostOptions).Select(summary => new ActionOption(
            summary.Id.Value.ToString(CultureInfo.InvariantCulture), LabelOf(turn, summary)))]);
        SayQuestion(turn, id, "choose-repair", board);
    }

    /// <summary>The one repair that can be gone on with; null when there are none or several.</summary>
    public static RepairId? OnlyResumable(Person person) => Resumable(person).ToList() is [var only] ? only.Id : null;

    /// <summary>
    /// Says where the open repair stands and what was written last, and offers to start over or delete; at a return, also one small question
    /// about today.
    /// </summary>
    public static void SayWhereWeWere(OutcomeBuilder turn, string note = "where-we-were", bool late = false, bool today = false)
    {
        var repair = turn.Repair;
        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, ResumeContext);
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

    /// <summary>When the heat has risen: offers one small question about today, or to name a feeling.</summary>
    public static void OfferToday(OutcomeBuilder turn)
    {
        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, TodayContext);
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

    /// <summary>A press on a message that belongs to no step.</summary>
    public static bool TakeContext(OutcomeBuilder turn, ActionId action, ImmutableArray<string> values)
    {
        if (IsGone(turn, action, values))
        {
            Course.SayNote(turn, "nothing-open");
            return true;
        }

        switch (action.Question, action.Name)
        {
            case (_, "safety"):
                StepBack.HelpNow(turn);
                return true;
            case (ResumeContext, "go-on") when turn.HasRepair && turn.Repair is { Now.Step: Step.Resting, State: not RepairState.Finished }:
                Put(turn);
                Answering.Take(turn, RawAnswer.Of("go-on"), Screening.ScreeningResult.Clear.Instance);
                return true;
            case (OpenContext or ResumeContext or Editing.Context, "go-on"):
                Put(turn);
                Moves.Again(turn);
                return true;
            case (OpenContext, "start-new"):
                StartNew(turn, ConversationForm.Repair);
                return true;
            case (ResumeContext, "start-over"):
                StartOver(turn);
                return true;
            case (ResumeContext, "delete"):
                Closing.Delete(turn);
                return true;
            case (ChooseContext, "resume"):
                Put(turn);
                SayWhereWeWere(turn);
                Asking.Ask(turn);
                return true;
            case (DueNotes.Context, "open"):
                DueNotes.Open(turn, values[0]);
                return true;
            case (TalkAgain.Context, "talked"):
                TalkAgain.Begin(turn);
                return true;
            case (TodayContext or ResumeContext, "today"):
                Put(turn);
                Offers.Take(turn, "today");
                return true;
            case (TodayContext, "name-a-feeling"):
                Put(turn);
                Moves.Take(turn, "name-a-feeling");
                return true;
            case (HistoryContext, "read"):
                Read(turn);
                return true;
            case (Editing.Context, "edit") when values is [var key] && QuestionKey.Parse(key) is { } question:
                Editing.Begin(turn, question);
                return true;
            case (Hiding.Context, "open"):
                Hiding.Open(turn);
                return true;
            case (MyData.Context, "delete"):
                MyData.Delete(turn);
                return true;
            case (MyData.Context, "cancel"):
                Course.SayNote(turn, "data-kept");
                Moves.Again(turn);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The repair that a context press is about, when it is not the one in focus.</summary>
    public static RepairId? RepairChosen(ActionId action, ImmutableArray<string> values) =>
        action is { Question: DueNotes.Context, Name: "open" } && values is [var late] ? DueNotes.RepairOf(late)
        : action is { Question: ChooseContext, Name: "resume" } or { Question: HistoryContext, Name: "read" } && values is [var chosen]
        && long.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new RepairId(id)
            : null;

    public static void Help(OutcomeBuilder turn) => Course.SayText(
        turn, turn.Guide.Note("help").Fill(turn.Fillings()),
        card: Layout.Card("", [(turn.Guide.Label("words"), string.Join("\n", Names.Select(name => "/" + name)))], turn.Guide.Label("hidden-more")));

    private static IEnumerable<RepairSummary> Resumable(Person person) =>
        person.Repairs.Where(summary => summary is { Form: ConversationForm.Repair, State: RepairState.Kept or RepairState.Open });

    // A repair that was deleted or gone through to its end meanwhile can't be gone on with; read and deleted it can be.
    private static bool IsGone(OutcomeBuilder turn, ActionId action, ImmutableArray<string> values) => (action.Question, action.Name) switch
    {
        (_, "safety") => false,
        (ChooseContext, "resume") => RepairChosen(action, values) is not { } chosen || !turn.HasRepair || turn.Repair.Id != chosen || IsFinished(turn),
        (HistoryContext, "read") => RepairChosen(action, values) is not { } chosen || !turn.HasRepair || turn.Repair.Id != chosen,
        (ResumeContext, "delete") => !turn.HasRepair,
        (DueNotes.Context, "open") => RepairChosen(action, values) is not { } chosen || !turn.HasRepair || turn.Repair.Id != chosen,
        (OpenContext, "start-new") => false,
        (OpenContext or ResumeContext or TodayContext, _) => !turn.HasRepair || IsFinished(turn),
        (Editing.Context, _) => !turn.HasRepair || turn.Repair.State != RepairState.Open,
        _ => false,
    };

    private static bool IsFinished(OutcomeBuilder turn) => turn.Repair.Now.Step == Step.Finished;

    // Back in focus and open again.
    private static void Put(OutcomeBuilder turn)
    {
        if (turn.HasRepair)
        {
            turn.Person = turn.Person with { Focus = turn.Repair.Id, Hidden = false };
            if (turn.Repair.State != RepairState.Finished)
            {
                turn.Set(turn.Repair with { State = RepairState.Open, LastAt = turn.Now });
            }
        }
    }

    private static void StartOver(OutcomeBuilder turn)
    {
        Asking.Retire(turn);
        turn.Forget(_ => true);
        turn.Set(turn.Repair with { State = RepairState.Private });
        Course.SayNote(turn, "started-over");
        StartNew(turn, ConversationForm.Repair);
    }

    private static void Status(OutcomeBuilder turn)
    {
        if (!turn.HasRepair || turn.Repair.State != RepairState.Open)
        {
            Course.SayNote(turn, "status-none");
            return;
        }

        SayWhereWeWere(turn, "status");
        Asking.Ask(turn);
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

    // One repair to read: every answer under its question's short name.
    private static void Read(OutcomeBuilder turn)
    {
        var lines = turn.Repair.Answers
            .Where(answer => !answer.Skipped)
            .Select(answer => (Editing.NameOf(turn, answer.Key), Content.Shown(turn, answer)))
            .ToList();
        Course.SayText(turn, turn.Guide.Note("data-show").Fill(turn.Fillings()), card: Layout.Card("", lines, turn.Guide.Label("hidden-more")));
    }

    private static void StopRepair(OutcomeBuilder turn)
    {
        if (!turn.HasRepair || turn.Repair.State != RepairState.Open)
        {
            Course.SayNote(turn, "nothing-open");
            return;
        }

        Moves.Take(turn, "stop");
    }

    private static void History(OutcomeBuilder turn)
    {
        var options = turn.Person.Repairs
            .Where(summary => summary.Form == ConversationForm.Repair)
            .Reverse()
            .Take(Layout.MostOptions)
            .Select(summary => new ActionOption(summary.Id.Value.ToString(CultureInfo.InvariantCulture), LabelOf(turn, summary)))
            .ToImmutableArray();
        if (options.IsEmpty)
        {
            Course.SayNote(turn, "history-none");
            return;
        }

        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, HistoryContext);
        board.Select("read", turn.Guide.Label("open"), options);
        SayQuestion(turn, id, "history", board);
    }

    private static void Steady(OutcomeBuilder turn)
    {
        if (turn.HasRepair && turn.Repair.State == RepairState.Open)
        {
            Moves.Take(turn, "steady");
            return;
        }

        StartNew(turn, ConversationForm.Steady);
    }

    private static void About(OutcomeBuilder turn)
    {
        var lines = new List<(string, string)>();
        var host = turn.Readers.Operator;
        foreach (var (label, value) in new[] { ("operator", host.Name), ("contact", host.Contact), ("privacy", host.PrivacyUrl) })
        {
            lines.Add((turn.Guide.Label(label), value.Length > 0 ? value : turn.Guide.Label("not-set")));
        }

        Course.SayText(turn, turn.Guide.Note("about").Fill(turn.Fillings()), card: Layout.Card("", lines, turn.Guide.Label("hidden-more")));
    }

    private static void AskContext(OutcomeBuilder turn, string context, string note, params ReadOnlySpan<string> choices)
    {
        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, context);
        foreach (var choice in choices)
        {
            board.Button(choice, turn.Guide.Label(choice));
        }

        SayQuestion(turn, id, note, board);
    }

    private static void SayQuestion(OutcomeBuilder turn, MessageId id, string note, ContextBoard board) => turn.Say(new Message
    {
        Id = id,
        Seq = 0,
        At = turn.Now,
        Kind = MessageKind.Question,
        Guide = turn.Guide.Version,
        Repair = turn.HasRepair ? turn.Repair.Id : null,
        Text = new PrivateText(turn.Guide.Note(note).Fill(turn.Fillings())),
        Actions = board.Build(),
    });

    private static string LabelOf(OutcomeBuilder turn, RepairSummary summary)
    {
        var who = summary.Who.IsBlank ? turn.Guide.Label("them") : summary.Who.Reveal();
        return OutcomeBuilder.OneLine(
            $"{who}, {summary.StartedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {turn.Guide.PhaseName(Asking.PhaseOf(summary.Step))}", 100);
    }
}
