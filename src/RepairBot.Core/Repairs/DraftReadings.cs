using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Coaching;
using RepairBot.Core.Guides;

namespace RepairBot.Core.Repairs;

/// <summary>
/// Reads a draft together with its writer: what is there first, then the one most useful change, then at most one more. Never blocks,
/// never scores; after three passes it is good enough.
/// </summary>
internal static class DraftReadings
{
    /// <summary>Passes after which nothing more is suggested.</summary>
    public const int MostPasses = 3;

    /// <summary>Order of usefulness: owning the act, then change, then impact.</summary>
    private static readonly ImmutableArray<(Component Component, string Note)> Wanted =
    [
        (Component.Ownership, "missing-ownership"),
        (Component.SpecificEvent, "missing-specific-event"),
        (Component.Impact, "missing-impact"),
        (Component.Change, "missing-change"),
    ];

    public static void AddActions(OutcomeBuilder turn, ActionBoard board, StepWords words)
    {
        board.Button("keep-it", words.Option("keep-it"), style: ActionStyle.Primary);
        if (turn.Repair.Readings < MostPasses && !IsHeld(turn.Repair))
        {
            board.Form("change", turn.Guide.Label("change-it"), DraftFields(turn), style: ActionStyle.Secondary);
        }
    }

    public static void AddLines(OutcomeBuilder turn, List<(string Name, string Value)> lines)
    {
        var guide = turn.Guide;
        var words = guide.Of(Step.Reading);
        var note = Drafts.NoteOf(turn.Repair);
        var text = note.ToString();
        lines.Add((guide.Label("draft"), text));
        var fillings = turn.Fillings();
        if (IsHeld(turn.Repair))
        {
            lines.Add((guide.Label("other-words"), words.Note("stepped-back").Fill(fillings)));
            return;
        }

        var reading = DraftReader.Read(text, guide.Language);
        var there = reading.Components.Select(found => words.Note(NameOf(found.Kind)).Fill(fillings)).ToList();
        if (there.Count > 0)
        {
            lines.Add((words.Note("there").Fill(fillings), string.Join("\n", there)));
        }

        if (turn.Repair.Readings >= MostPasses)
        {
            lines.Add((guide.Label("other-words"), words.Note("good-enough").Fill(fillings)));
            return;
        }

        AddSuggestions(turn, words, text, reading, lines);
    }

    /// <summary>
    /// True while the screen holds the words a change would be made to: a form that may not show them would write over them. They are
    /// changed at their own question.
    /// </summary>
    public static bool IsHeld(Repair repair) => repair.AnswerTo(repair.ValueOf(Step.Side) == "hurt-me" ? Step.Ask : Step.Draft) is { Held: true };

    /// <summary>The draft's three parts as form fields.</summary>
    public static ImmutableArray<FormField> DraftFields(OutcomeBuilder turn)
    {
        if (turn.Repair.ValueOf(Step.Side) == "hurt-me")
        {
            return [ActionBoard.Filled(FormShape.Draft(turn.Guide, 1)[0], Drafts.Words(turn.Repair, Step.Ask))];
        }

        var note = Drafts.NoteOf(turn.Repair);
        var fields = FormShape.Draft(turn.Guide, 3);
        return
        [
            ActionBoard.Filled(fields[0], note.Happened),
            ActionBoard.Filled(fields[1], note.Understand),
            ActionBoard.Filled(fields[2], note.Practise),
        ];
    }

    private static void AddSuggestions(
        OutcomeBuilder turn, StepWords words, string text, DraftReading reading, List<(string Name, string Value)> lines)
    {
        var guide = turn.Guide;
        var fillings = turn.Fillings();
        var said = 0;
        var there = reading.Components.Select(found => found.Kind).ToHashSet();
        foreach (var (component, note) in Wanted)
        {
            // Only the act itself comes before a fault; the other missing parts come after.
            if (said == 0 && component == Component.Ownership && !there.Contains(component))
            {
                lines.Add((guide.Label("change-it"), words.Note(note).Fill(fillings)));
                said++;
            }
        }

        foreach (var fault in reading.Faults.DistinctBy(found => found.Kind))
        {
            if (said >= 2)
            {
                return;
            }

            lines.Add((guide.Label("quote"), fault.Span.In(text)));
            lines.Add((guide.Label("why"), words.Note(NameOf(fault.Kind)).Fill(fillings)));
            said++;
        }

        foreach (var (component, note) in Wanted)
        {
            if (said == 0 && !there.Contains(component))
            {
                lines.Add((guide.Label("change-it"), words.Note(note).Fill(fillings)));
                said++;
            }
        }

        if (said == 0)
        {
            lines.Add((guide.Label("other-words"), words.Note("nothing-to-change").Fill(fillings)));
        }
    }

    private static string NameOf(Component component) => component switch
    {
        Component.Ownership => "ownership",
        Component.SpecificEvent => "specific-event",
        Component.Impact => "impact",
        Component.Empathy => "empathy",
        Component.Change => "change",
        Component.RevisitInvite => "revisit-invite",
    };

    private static string NameOf(Fault fault) => fault switch
    {
        Fault.Conditional => "conditional",
        Fault.ButJustification => "but-justification",
        Fault.BlameShift => "blame-shift",
        Fault.Overexplaining => "overexplaining",
        Fault.Minimising => "minimising",
        Fault.Absolutes => "absolutes",
        Fault.GuiltPerformance => "guilt-performance",
        Fault.DemandForgiveness => "demand-forgiveness",
        Fault.PassiveVoiceEvasion => "passive-voice-evasion",
    };
}
