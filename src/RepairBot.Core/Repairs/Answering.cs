using RepairBot.Core.Chat;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>Files answers under the question they belong to, takes a second look where that helps, and goes on.</summary>
internal static class Answering
{
    private const string Solving = "solving";
    private const string Several = "several";

    /// <summary>An answer to the open question.</summary>
    public static void Take(OutcomeBuilder turn, RawAnswer raw, ScreeningResult screened)
    {
        var repair = turn.Repair;
        var earlier = repair.AnswerTo(repair.Now);
        var answer = new Answer
        {
            Key = repair.Now,
            Guide = repair.Asked.Guide,
            At = turn.Now,
            Asked = repair.Asked.Message,
            Values = raw.Values,
            Text = raw.Text,
            Fields = raw.Fields,
            Typed = raw.Typed,
            Held = screened is not ScreeningResult.Clear,
        };
        File(turn, answer);
        if (screened is not ScreeningResult.Clear)
        {
            Asking.Retire(turn, raw.Typed ? null : Content.Shown(turn, answer));
            StepBack.Hold(turn, screened, answer.Key);
            return;
        }

        ParkWhatWaits(turn, repair.Nudge, earlier, answer);

        Asking.Retire(turn, raw.Typed ? null : Content.Shown(turn, answer));
        Accept(turn, answer, again: earlier is not null && earlier.Nudged(turn.Repair));
    }

    // What a second look asked to let wait comes up again where the act is chosen.
    private static void ParkWhatWaits(OutcomeBuilder turn, string? nudge, Answer? earlier, Answer answer)
    {
        if (earlier is not { Held: false } || earlier.Text.IsBlank || (nudge, answer.Key.Step) is not ((Solving, Step.Happened) or (Several, Step.Action)))
        {
            return;
        }

        turn.Set(turn.Repair with { Parked = turn.Repair.Parked.Add(earlier.Text) });
        if (answer.Key.Step == Step.Action)
        {
            Effects.SayAfter(turn, answer, "parked");
        }
    }

    /// <summary>Takes a filed answer as it is, unless a second look is worth offering.</summary>
    public static void Accept(OutcomeBuilder turn, Answer answer, bool again)
    {
        if (!again && Nudging.Pick(turn, answer) is { } nudge)
        {
            var spot = Nudging.Spot(turn.Repair.Now, nudge.Name);
            turn.Set(turn.Repair with { Nudge = nudge.Name, Nudged = turn.Repair.Nudged.Add(spot), Rung = 0 });
            Asking.Ask(turn, Nudging.Words(turn, answer.Key.Step, nudge.Name).Fill(Content.Fillings(turn, answer.Key)), nudge.Quotes);
            return;
        }

        if (turn.Repair.Nudge is not null)
        {
            turn.Set(turn.Repair with { Nudge = null });
        }

        Effects.Of(turn, answer);
    }

    /// <summary>Files an answer; what depended on a changed one is kept and marked.</summary>
    public static void File(OutcomeBuilder turn, Answer answer)
    {
        var repair = turn.Repair;
        var earlier = repair.AnswerTo(answer.Key);
        var answers = repair.Answers.With(answer);
        if (earlier is not null && !SameAnswer(earlier, answer))
        {
            turn.AnswerChanged = true;
            var dependents = Editing.DependentsOf(answer.Key.Step);
            foreach (var later in answers.Where(later => dependents.Contains(later.Key.Step) && !later.Skipped))
            {
                answers = answers.With(later with { LookAgain = true });
            }
        }

        turn.Set(repair with { Answers = answers });
    }

    /// <summary>
    /// A text or form for a question that is no longer open. A quick second text joins the first; anything else is the new answer of its
    /// own step. Either way nothing moves: the open question stays open.
    /// </summary>
    public static void TakeLate(OutcomeBuilder turn, QuestionKey key, RawAnswer raw, AskedBy asked, ScreeningResult screened)
    {
        var earlier = turn.Repair.AnswerTo(key);
        var joins = raw.Typed && earlier is { Typed: true } && Joins(turn, earlier);
        var answer = joins
            ? Joined(turn, earlier!, raw)
            : new Answer
            {
                Key = key,
                Guide = asked.Guide,
                At = turn.Now,
                Asked = asked.Message,
                Text = raw.Text,
                Fields = raw.Fields,
                Values = raw.Values,
                Typed = raw.Typed,
            };
        File(turn, answer with { Held = answer.Held || screened is not ScreeningResult.Clear });
        if (screened is not ScreeningResult.Clear)
        {
            StepBack.Hold(turn, screened, key);
            return;
        }

        Agreements.UpdateAfter(turn, key.Step);
        if (!joins)
        {
            Course.SayNote(turn, "late-kept");
        }

        Editing.NameWhatToLookAt(turn, key);
    }

    /// <summary>True when a further typed text comes soon enough to belong to the same answer.</summary>
    public static bool Joins(OutcomeBuilder turn, Answer first) => turn.Now - first.At <= Editing.JoinWithin;

    // A form's typed words stand in its first field.
    private static Answer Joined(OutcomeBuilder turn, Answer first, RawAnswer more)
    {
        if (first.Fields is [var field, ..])
        {
            return first with { Fields = first.Fields.SetItem(0, field with { Text = Both(field.Text.Reveal(), more.Fields[0].Text) }), At = turn.Now };
        }

        var words = first.Values.IsEmpty ? first.Text.Reveal() : Content.Shown(turn, first);
        return first with { Text = Both(words, more.Text), Values = [], At = turn.Now };
    }

    private static PrivateText Both(string first, PrivateText second) => new($"{first}\n{second.Reveal()}");

    private static bool SameAnswer(Answer one, Answer other) =>
        one.Skipped == other.Skipped && one.Values.SequenceEqual(other.Values) && one.AllWords() == other.AllWords();

    private static bool Nudged(this Answer earlier, Repair repair) => repair.Nudge == "shrink" && earlier.Key.Step == Step.Confidence;
}
