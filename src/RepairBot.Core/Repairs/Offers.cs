using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Offers beside a question: an aside, an idea to start from, another time.</summary>
internal static class Offers
{
    public static void Take(OutcomeBuilder turn, string offer)
    {
        var repair = turn.Repair;
        switch (repair.Now.Step, offer)
        {
            case (Step.Welcome, "about"):
                Commands.Take(turn, new ChatEvent.Command("", 0, "about", []));
                Asking.Ask(turn);
                return;
            case (Step.Side, "last-time"):
                Profiles.StartFromLastTime(turn);
                return;
            case (Step.SteppedBack, "misread"):
                StepBack.GoOn(turn, misread: true);
                return;
            case (Step.Stopping, "go-on"):
                Course.Return(turn);
                return;
            case (Step.Resting, _):
                RestUntil(turn, Exercises.At(turn, offer));
                return;
            case (Step.Exercise, _):
                Pressing.GoOnWithExercise(turn, offer);
                return;
            case (Step.Felt, "feelings" or "needs"):
                ShowWords(turn, offer == "feelings" ? turn.Guide.Feelings : turn.Guide.Needs);
                return;
        }

        if (AsideOf(offer) is { } aside && turn.Next(Trigger.AsideTaken, Course.Facts(turn) with { Goal = aside }) is not null)
        {
            Course.Leave(turn, new QuestionKey(aside), Detour.Aside);
            return;
        }

        // An idea: it stands in the form, to be made one's own.
        turn.Idea = offer;
        Asking.Ask(turn);
    }

    /// <summary>Rests until a time, in place of any set before, and says it back.</summary>
    public static void RestUntil(OutcomeBuilder turn, DateTimeOffset at)
    {
        Effects.Rest(turn, at);
        Course.SayText(turn, turn.Guide.Of(Step.Resting).Note("reminder-set").Fill(Exercises.Fill(turn, turn.Fillings())));
        Asking.Ask(turn);
    }

    private static Step? AsideOf(string offer) => Steps.Named(offer) is { } step && Steps.Asides.Contains(step) ? step : null;

    private static void ShowWords(OutcomeBuilder turn, IEnumerable<Guides.WordGroup> groups)
    {
        var lines = groups.Select(group => (group.Name, string.Join(", ", group.Words)));
        Course.SayText(turn, turn.Guide.Label("words"), card: Layout.Card("", lines, turn.Guide.Label("hidden-more")));
        Asking.Ask(turn);
    }
}
