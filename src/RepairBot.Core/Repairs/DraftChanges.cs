using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>Changes to the draft from the reading, the re-reading and the note.</summary>
internal static class DraftChanges
{
    public static void Take(OutcomeBuilder turn, ImmutableDictionary<string, PrivateText> fields, ScreeningResult screened)
    {
        var repair = turn.Repair;
        var step = fields.ContainsKey("answer") ? Step.Ask : Step.Draft;
        var before = Drafts.ForTheOther(repair);
        var raw = RawAnswer.Of(fields, Steps.SpecOf(step));
        var earlier = repair.AnswerTo(step);
        Answering.File(turn, new Answer
        {
            Key = new QuestionKey(step),
            Guide = earlier?.Guide ?? repair.Asked.Guide,
            At = turn.Now,
            Asked = earlier?.Asked ?? repair.Asked.Message,
            Text = raw.Text,
            Fields = raw.Fields,
            Held = screened is not ScreeningResult.Clear,
        });
        Asking.Retire(turn);
        if (screened is not ScreeningResult.Clear)
        {
            StepBack.Hold(turn, screened, new QuestionKey(step));
            return;
        }

        if (repair.Now.Step == Step.Reading)
        {
            turn.Set(turn.Repair with { Readings = turn.Repair.Readings + 1 });
            var lines = new (string, string)[]
            {
                (turn.Guide.Label("before"), before), (turn.Guide.Label("after"), Drafts.ForTheOther(turn.Repair)),
            };
            Course.SayText(
                turn, turn.Guide.Of(Step.Reading).Note("before-after").Fill(turn.Fillings()),
                card: Layout.Card("", lines, turn.Guide.Label("hidden-more")));
        }

        // The changed words are shown again: what goes on is what was re-read.
        Asking.Ask(turn);
    }
}
