using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>Takes a press, a choice or a form on the open question.</summary>
internal static class Pressing
{
    /// <summary>What is wrong with the values, in plain words; null when they fit the action.</summary>
    public static string? Problem(ChatAction action, ChatEvent.Pressed pressed)
    {
        switch (action.Kind)
        {
            case ActionKind.Select:
                var chosen = 0;
                foreach (var option in action.Options)
                {
                    chosen += pressed.Values.Contains(option.Value) ? 1 : 0;
                }

                // Each value is one of the options, and none is there twice.
                return chosen == pressed.Values.Length && chosen >= (action.Min ?? 1) && chosen <= (action.Max ?? 1)
                    ? null
                    : $"Choose {action.Min ?? 1} to {action.Max ?? 1} of the options this list has.";
            case ActionKind.Form:
                return FieldProblem(action.Fields, pressed.Fields);
            default:
                return null;
        }
    }

    public static void Take(OutcomeBuilder turn, ChatAction action, ChatEvent.Pressed pressed, ScreeningResult screened)
    {
        var repair = turn.Repair;
        var key = repair.Now;
        switch (action)
        {
            case { Name: Layout.More }:
                Moves.Take(turn, pressed.Values[0]);
                return;
            case { Role: ActionRole.Move or ActionRole.Safety } or { Name: "keep" }:
                Moves.Take(turn, action.Name);
                return;
            case { Name: "ideas" }:
                Offers.Take(turn, pressed.Values[0]);
                return;
            case { Kind: ActionKind.Form }:
                TakeForm(turn, action.Name, pressed.Fields, screened);
                return;
            case { Role: ActionRole.Other }:
                Offers.Take(turn, action.Name);
                return;
        }

        if (ReadBack.Press(turn, action.Name))
        {
            return;
        }

        var values = action.Kind == ActionKind.Select ? pressed.Values : [action.Name];
        switch (key.Step)
        {
            case Step.Exercise:
                GoOnWithExercise(turn, values[0]);
                return;
            case Step.SteppedBack:
                StepBack.GoOn(turn, misread: false);
                return;
            case Step.Stopping:
                Moves.Take(turn, values[0]);
                return;
            default:
                Answering.Take(turn, new RawAnswer { Values = values }, screened);
                return;
        }
    }

    /// <summary>Goes on within an exercise, or past its end.</summary>
    public static void GoOnWithExercise(OutcomeBuilder turn, string? value)
    {
        Asking.Retire(turn);
        if (Exercises.Take(turn, value))
        {
            Course.Advance(turn, Trigger.Answered);
            return;
        }

        Asking.Ask(turn);
    }

    /// <summary>Where we are, in a line, for a press that is no longer current.</summary>
    public static string WhereWeAre(OutcomeBuilder turn) =>
        turn.HasRepair && turn.Repair.State == RepairState.Open
            ? $"{turn.Guide.Note("stale").Fill(turn.Fillings())} {Asking.TextOf(turn, turn.Repair.Now)}"
            : turn.Guide.Note("nothing-open").Fill(turn.Fillings());

    /// <summary>Takes a form of the open question.</summary>
    public static void TakeForm(
        OutcomeBuilder turn, string name, ImmutableDictionary<string, PrivateText> fields, ScreeningResult screened)
    {
        var key = turn.Repair.Now;
        if (name == "smaller")
        {
            Agreements.MakeSmaller(turn, fields["answer"], screened);
            return;
        }

        if (name is "change" or "softer" or "more-specific")
        {
            DraftChanges.Take(turn, fields, screened);
            return;
        }

        var raw = RawAnswer.Of(fields, Steps.SpecOf(key.Step));
        if (key.Step == Step.When && screened is ScreeningResult.Clear)
        {
            ReadBack.Take(turn, raw.Text);
            return;
        }

        if (screened is ScreeningResult.Clear && Typing.IsUseless(raw.AllWords(), key.Step))
        {
            Typing.NextRung(turn);
            return;
        }

        Answering.Take(turn, raw, screened);
    }

    private static string? FieldProblem(ImmutableArray<FormField> fields, ImmutableDictionary<string, PrivateText> given)
    {
        if (given.Keys.FirstOrDefault(id => fields.All(field => field.Id != id)) is not null)
        {
            return "This form has other fields.";
        }

        foreach (var field in fields)
        {
            var text = given.GetValueOrDefault(field.Id);
            if (text.Length > field.MaxLength)
            {
                return $"“{field.Label}” holds at most {field.MaxLength} characters.";
            }

            if (field.Required && text.IsBlank)
            {
                return $"“{field.Label}” is still empty.";
            }
        }

        return null;
    }
}
