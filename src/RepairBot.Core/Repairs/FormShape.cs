using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;

namespace RepairBot.Core.Repairs;

/// <summary>
/// The form an action opens as far as the guide alone tells it: its fields by id, with nothing in them yet. A platform that has to open a
/// form at once needs nothing of the person for it.
/// </summary>
public static class FormShape
{
    private const string Whole = "answer";

    /// <summary>Fields of a form.</summary>
    /// <param name="guide">Whose words stand on the fields.</param>
    /// <param name="question">The question as an <see cref="ActionId"/> carries it.</param>
    /// <param name="action">The action's name.</param>
    /// <param name="fields">How many fields the form has: a draft has three, a wish of the hurt person one.</param>
    /// <returns>Empty when this version knows no such form.</returns>
    public static ImmutableArray<FormField> Of(Guide guide, string question, string action, int fields)
    {
        if (QuestionKey.Parse(question) is not { } key || !Steps.Asked.Contains(key.Step))
        {
            return [];
        }

        var spec = Steps.SpecOf(key.Step);
        if (key.Part is { } part && !spec.Parts.Contains(part))
        {
            return [];
        }

        return (key.Step, action) switch
        {
            (Step.Confidence, "smaller") => [ActionBoard.Field(Whole, guide.Of(Step.Action).Field(Whole), true, null)],
            (Step.Reading, "change") => Draft(guide, fields),
            (Step.Reread or Step.Note, _) when spec.Offers.Contains(action) => Draft(guide, fields),
            _ when action == Whole => ImmutableArray.CreateRange(spec.Fields, field => Empty(guide, key, field)),
            _ => [],
        };
    }

    /// <summary>One field of a question's own form.</summary>
    internal static FormField Empty(Guide guide, QuestionKey key, FieldSpec field) => ActionBoard.Field(
        field.Id, LabelOf(guide, key, field.Id), field.Required, null, multiline: key.Step is not (Step.Who or Step.Bond or Step.Zone or Step.When));

    /// <summary>The three parts of a draft, or the one wish that stands in their place.</summary>
    internal static ImmutableArray<FormField> Draft(Guide guide, int fields)
    {
        if (fields == 1)
        {
            return [ActionBoard.Field(Whole, guide.Of(Step.Ask).Field(Whole), true, null)];
        }

        var words = guide.Of(Step.Draft);
        return
        [
            ActionBoard.Field("happened", words.Field("happened"), true, null),
            ActionBoard.Field("understand", words.Field("understand"), false, null),
            ActionBoard.Field("practise", words.Field("practise"), false, null),
        ];
    }

    // A question that a coach took out of the guide may still stand on somebody's screen.
    private static string LabelOf(Guide guide, QuestionKey key, string field) => key switch
    {
        { Part: { } part } => guide.Of(key.Step).Part(part).Field(field),
        { Step: Step.Extra } when guide.Extra(key.Detail ?? "") is null => guide.Label(Whole),
        _ => guide.Of(key).Field(field),
    };
}
