using RepairBot.Core.Chat;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>Files answers under the question they belong to, takes a second look where that helps, and goes on.</summary>
internal static class Answering
{
    /// <summary>An answer to the open question.</summary>
    public static void Take(OutcomeBuilder turn, RawAnswer raw, ScreeningResult screened)
    {
        var repair = turn.Repair;
        var earlier = repair.AnswerTo(repair.Now);
        var answer = new Answer
        {
            Key = repair.Now,
            Guide = turn.OpenMessage?.Guide ?? turn.Guide.Version,
            At = turn.Now,
            Asked = repair.Live,
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
            StepBack.Hold(turn, screened);
            return;
        }

        Asking.Retire(turn, raw.Typed ? null : Content.Shown(turn, answer));
        Accept(turn, answer, again: earlier is not null && earlier.Nudged(turn.Repair));
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

        turn.Set(turn.Repair with { Nudge = null });
        Effects.Of(turn, answer);
    }

    /// <summary>Files an answer; what depended on a changed one is kept and marked.</summary>
    public static void File(OutcomeBuilder turn, Answer answer)
    {
        var repair = turn.Repair;
        var earlier = repair.AnswerTo(answer.Key);
        if (earlier is null)
        {
            turn.Set(repair with { Answers = repair.Answers.Add(answer) });
            return;
        }

        var answers = repair.Answers.Replace(earlier, answer);
        if (!SameAnswer(earlier, answer))
        {
            turn.AnswerChanged = true;
            var dependents = Editing.DependentsOf(answer.Key.Step);
            for (var i = 0; i < answers.Length; i++)
            {
                if (dependents.Contains(answers[i].Key.Step) && !answers[i].Skipped)
                {
                    answers = answers.SetItem(i, answers[i] with { LookAgain = true });
                }
            }
        }

        turn.Set(repair with { Answers = answers });
    }

    /// <summary>
    /// A text or form for a question that is no longer open. A quick second text joins the first; anything else is the new answer of its
    /// own step. Either way nothing moves: the open question stays open.
    /// </summary>
    public static void TakeLate(OutcomeBuilder turn, QuestionKey key, RawAnswer raw, MessageId asked, ScreeningResult screened)
    {
        var earlier = turn.Repair.AnswerTo(key);
        var joins = raw.Typed && earlier is { Typed: true } && turn.Now - earlier.At <= Editing.JoinWithin;
        var answer = joins
            ? earlier! with { Text = new PrivateText($"{earlier.Text.Reveal()}\n{raw.Text.Reveal()}"), At = turn.Now }
            : new Answer
            {
                Key = key,
                Guide = turn.Guide.Version,
                At = turn.Now,
                Asked = asked,
                Text = raw.Text,
                Fields = raw.Fields,
                Values = raw.Values,
                Typed = raw.Typed,
            };
        File(turn, answer with { Held = answer.Held || screened is not ScreeningResult.Clear });
        if (screened is not ScreeningResult.Clear)
        {
            StepBack.Hold(turn, screened);
            return;
        }

        if (!joins)
        {
            Course.SayNote(turn, "late-kept");
        }

        Editing.NameWhatToLookAt(turn, key);
    }

    private static bool SameAnswer(Answer one, Answer other) =>
        one.Skipped == other.Skipped && one.Values.SequenceEqual(other.Values) && one.AllWords() == other.AllWords();

    private static bool Nudged(this Answer earlier, Repair repair) => repair.Nudge == "shrink" && earlier.Key.Step == Step.Confidence;
}
