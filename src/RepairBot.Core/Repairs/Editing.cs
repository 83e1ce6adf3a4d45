using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Changing an earlier answer, and what hangs on it.</summary>
internal static class Editing
{
    /// <summary>A second typed message within this time of the first belongs to the same answer.</summary>
    public static readonly TimeSpan JoinWithin = TimeSpan.FromMinutes(2);

    /// <summary>The context of messages that ask which answer to change.</summary>
    public const string Context = "edit-which";

    private static readonly ImmutableArray<Step> Nothing = [];

    /// <summary>Steps whose answers were given in view of this one.</summary>
    public static ImmutableArray<Step> DependentsOf(Step step) => step switch
    {
        Step.Side => [Step.Happened, Step.Impact, Step.Part, Step.Felt, Step.Draft],
        Step.Kind => [Step.Pattern],
        Step.Happened => [Step.Impact, Step.Part, Step.Felt, Step.Draft, Step.Opener],
        Step.Pattern => [Step.Cycle],
        Step.Impact => [Step.Draft, Step.Guess, Step.Opener],
        Step.Part => [Step.Draft],
        Step.Felt => [Step.Ask, Step.Opener],
        Step.Guess => [Step.Opener],
        Step.Action => [Step.Tag, Step.Cue, Step.SeenAs, Step.Confidence],
        Step.Cue or Step.SeenAs => [Step.Confidence],
        _ => Nothing,
    };

    /// <summary>Consent, safety and what was decided once are asked in their own place, not changed from a list; words and choices are.</summary>
    public static bool CanEdit(QuestionKey key) => key.Step is not (Step.Welcome or Step.Exercise or Step.Choose or Step.Readiness
        or Step.Resting or Step.HeatBefore or Step.HeatAfter or Step.Reading or Step.Reread or Step.Stopping or Step.SteppedBack or Step.Closing)
        && Asking.PhaseOf(key.Step) != "check-in";

    public static string LabelOf(OutcomeBuilder turn, Answer answer)
    {
        var label = $"{NameOf(turn, answer.Key)}: {OutcomeBuilder.OneLine(Content.Shown(turn, answer), 60)}";
        if (answer.LookAgain)
        {
            label = $"{turn.Guide.Label("look-again")}: {label}";
        }

        return OutcomeBuilder.OneLine(label, 100);
    }

    /// <summary>Asks which answer is to be changed; the open question waits.</summary>
    public static void AskWhich(OutcomeBuilder turn, ImmutableArray<ActionOption> options)
    {
        Asking.Retire(turn);
        var id = new MessageId(turn.NewId());
        var board = new ContextBoard(turn, id, Context);
        board.Select("edit", turn.Guide.Move("edit"), options);
        board.Button("go-on", turn.Guide.Label("go-on"));
        turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.Question,
            Phase = Asking.PhaseOf(turn.Repair),
            Step = Steps.NameOf(turn.Repair.Now.Step),
            Repair = turn.Repair.Id,
            Guide = turn.Guide.Version,
            Text = new PrivateText(turn.Guide.Note("edit-choose").Fill(turn.Fillings())),
            Actions = board.Build(),
        });
        turn.Set(turn.Repair with { Live = id });
    }

    /// <summary>Stands at an earlier question to change its answer.</summary>
    public static void Begin(OutcomeBuilder turn, QuestionKey key)
    {
        var facts = Course.Facts(turn) with { Goal = key.Step };
        if (turn.Repair.AnswerTo(key) is null || !CanEdit(key) || Course.IsGone(turn, key) || turn.Next(Trigger.EditChosen, facts) is null)
        {
            Asking.Ask(turn);
            return;
        }

        if (turn.Repair.Now.Step == Step.Exercise)
        {
            Exercises.Stop(turn);
        }

        Course.Leave(turn, key, Detour.Edit);
    }

    /// <summary>Says once which later answers may no longer fit.</summary>
    public static void NameWhatToLookAt(OutcomeBuilder turn, QuestionKey changed)
    {
        var dependents = DependentsOf(changed.Step);
        var names = turn.Repair.Answers
            .Where(answer => answer.LookAgain && dependents.Contains(answer.Key.Step))
            .Select(answer => NameOf(turn, answer.Key))
            .ToList();
        if (names.Count > 0)
        {
            Course.SayText(turn, turn.Guide.Note("look-again").Fill(turn.Fillings()), card: Layout.Card(
                "", [(turn.Guide.Label("look-again"), string.Join("\n", names))], turn.Guide.Label("hidden-more")));
        }
    }

    /// <summary>A question's short name: its form's title, or its name.</summary>
    public static string NameOf(OutcomeBuilder turn, QuestionKey key)
    {
        if (key is { Step: Step.Extra, Detail: { } extra })
        {
            return turn.Guide.Extra(extra)?.Title ?? extra;
        }

        var words = turn.Guide.Of(key.Step);
        var title = key.Part is { } part ? words.Part(part).Title : words.Title;
        return title.Length > 0 ? title : Steps.NameOf(key.Step);
    }
}
