
namespace RepairBot.Core.Repairs;

/// <summary>What is remembered from one repair to the next, and offered as a start.</summary>
internal static class Profiles
{
    /// <summary>This many repairs within <see cref="Window"/> are a pattern: the pace slows down, and it is said.</summary>
    private const int Many = 3;

    private static readonly TimeSpan Window = TimeSpan.FromDays(42);

    /// <summary>Keeps what stays useful.</summary>
    public static void Remember(OutcomeBuilder turn, Answer answer)
    {
        if (answer.Skipped || answer.Held)
        {
            return;
        }

        var profile = turn.Person.Profile;
        turn.Person = turn.Person with
        {
            Profile = answer.Key.Step switch
            {
                Step.Who => profile with { Who = answer.Text },
                Step.Bond => profile with { Bond = answer },
                Step.Needs => profile with { Needs = answer },
                Step.Harder => profile with { Harder = answer.Text },
                Step.Usual => profile with { Usual = answer.Text },
                Step.Regulate => profile with { Regulate = answer.Text },
                Step.Ways => profile with { Ways = answer.Text },
                _ => profile,
            },
        };
    }

    /// <summary>Fills in what was said last time; each stands ready to be kept or changed when its question comes.</summary>
    public static void StartFromLastTime(OutcomeBuilder turn)
    {
        var profile = turn.Person.Profile;
        File(turn, Step.Who, new Answer { Key = new QuestionKey(Step.Who), Guide = turn.Guide.Version, At = turn.Now, Asked = turn.Repair.Live, Text = profile.Who });
        File(turn, Step.Bond, profile.Bond);
        File(turn, Step.Needs, profile.Needs);
        Course.SayText(turn, turn.Guide.Of(Step.Side).Note("last-time").Fill(turn.Fillings()));
        Asking.Ask(turn);
    }

    /// <summary>True when this is the third repair within six weeks, or more.</summary>
    public static bool ComesBackOften(OutcomeBuilder turn) =>
        turn.Person.Repairs.Count(summary => summary.Form == ConversationForm.Repair && turn.Now - summary.StartedAt <= Window) + 1 >= Many;

    private static void File(OutcomeBuilder turn, Step step, Answer? answer)
    {
        if (answer is not null && turn.Repair.AnswerTo(step) is null)
        {
            Answering.File(turn, answer);
        }
    }
}
