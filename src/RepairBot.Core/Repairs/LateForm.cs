using RepairBot.Core.Chat;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>A form sent from a question that is no longer open: its words become the answer of the step they belong to.</summary>
/// <param name="Key">What the words are an answer to.</param>
/// <param name="Asked">The message whose form it was.</param>
internal sealed record LateForm(QuestionKey Key, AskedBy Asked)
{
    /// <summary>The form a message had, with its fields filled as it wanted them; null for anything else.</summary>
    public static LateForm? Read(Message target, QuestionKey question, string name, ChatEvent.Pressed pressed)
    {
        if (target.Step is null || Steps.Named(target.Step) != question.Step || target.Question != question.Detail
            || KeyOf(question, name, pressed) is not { } key || Steps.SpecOf(key.Step).Fields is not { IsEmpty: false } fields)
        {
            return null;
        }

        var fits = pressed.Fields.Keys.All(id => fields.Any(field => field.Id == id))
            && pressed.Fields.Values.All(text => text.Length <= FormField.LongestText)
            && pressed.Fields.Values.Any(text => !text.IsBlank)
            && fields.All(field => !field.Required || !pressed.Fields.GetValueOrDefault(field.Id).IsBlank);
        return fits ? new LateForm(key, new AskedBy(target.Id, target.Guide)) : null;
    }

    /// <summary>Files the words; the open question stays open.</summary>
    public void File(OutcomeBuilder turn, System.Collections.Immutable.ImmutableDictionary<string, PrivateText> fields, ScreeningResult screened)
    {
        var raw = RawAnswer.Of(fields, Steps.SpecOf(Key.Step));
        var asked = turn.Repair.AnswerTo(Key) is { } earlier ? new AskedBy(earlier.Asked, earlier.Guide) : Asked;
        Answering.TakeLate(turn, Key, raw, asked, screened);
    }

    // Changes to the draft and to the promise are made from other questions' forms.
    private static QuestionKey? KeyOf(QuestionKey question, string name, ChatEvent.Pressed pressed) => (question.Step, name) switch
    {
        (Step.Finished or Step.SteppedBack or Step.Stopping, _) => null,
        (_, "answer") => question,
        (Step.Reading or Step.Reread or Step.Note, "change" or "softer" or "more-specific") =>
            new QuestionKey(pressed.Fields.ContainsKey("answer") ? Step.Ask : Step.Draft),
        (Step.Confidence, "smaller") => new QuestionKey(Step.Action),
        _ => null,
    };
}
