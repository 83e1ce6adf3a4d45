using System.Collections.Immutable;
using System.Globalization;

namespace RepairBot.Core.Repairs;

/// <summary>A second look at an answer: its name in the guide and the words it is about.</summary>
internal sealed record Nudge(string Name, ImmutableArray<(string Name, string Value)> Quotes);

/// <summary>
/// Decides whether a second look is worth offering. At most one at a time, each at most once a question, and the person may always keep
/// what they wrote.
/// </summary>
internal static class Nudging
{
    /// <summary>What is told again is met with what was kept, and with today.</summary>
    public const string LoopGuard = "loop-guard";

    /// <summary>Second looks at one question before it is taken as it is.</summary>
    private const int Most = 2;

    /// <summary>Below this the act is offered smaller.</summary>
    private const int Sure = 7;

    /// <summary>A telling longer than this is asked to be kept to the one moment, in characters.</summary>
    private const int LongTelling = 1200;

    public static string Spot(QuestionKey key, string name) => $"{key}:{name}";

    public static Nudge? Pick(OutcomeBuilder turn, Answer answer)
    {
        var spec = Steps.SpecOf(answer.Key.Step);
        if (!spec.TakesText && spec.Nudges.IsEmpty || answer.Skipped || answer.Held)
        {
            return null;
        }

        var prefix = Spot(answer.Key, "");
        if (turn.Repair.Nudged.Count(spot => spot.StartsWith(prefix, StringComparison.Ordinal)) >= Most)
        {
            return null;
        }

        if (!turn.Repair.Nudged.Contains(prefix + LoopGuard) && Retells(turn, answer))
        {
            return new Nudge(LoopGuard, [(turn.Guide.Label("you-wrote"), Drafts.Words(turn.Repair, Step.Happened))]);
        }

        foreach (var name in spec.Nudges.Where(name => !ReadBack.IsAbout(name)))
        {
            if (!turn.Repair.Nudged.Contains(prefix + name) && Applies(turn, answer, name) is { } quote)
            {
                return new Nudge(name, quote.Length == 0 ? [] : [(turn.Guide.Label("quote"), quote)]);
            }
        }

        return null;
    }

    /// <summary>What a second look says.</summary>
    public static Guides.Template Words(OutcomeBuilder turn, Step step, string name) =>
        name == LoopGuard ? turn.Guide.Note(LoopGuard) : turn.Guide.Of(step).Nudge(name).Text;

    /// <summary>Why it is offered.</summary>
    public static string Why(OutcomeBuilder turn, Step step, string name) =>
        name == LoopGuard ? turn.Guide.Of(Step.Happened).Nudge("long").Why
        : turn.Guide.Of(ReadBack.IsAbout(name) ? Step.When : step).Nudge(name).Why;

    // A telling told again: it is kept once, and the person is offered today instead. They may go on all the same.
    private static bool Retells(OutcomeBuilder turn, Answer answer) =>
        answer.Key.Step is not (Step.Happened or Step.Draft) && answer.Values.IsEmpty
        && WordReadings.Retells(answer.AllWords(), Drafts.Words(turn.Repair, Step.Happened));

    // The words that call for it; empty when it is about the whole; null when it does not apply.
    private static string? Applies(OutcomeBuilder turn, Answer answer, string name)
    {
        var step = answer.Key.Step;
        var text = step == Step.Part && name != "all-mine" ? answer.Field("mine").Reveal() : answer.AllWords();
        var language = turn.Guide.Language;
        return name switch
        {
            "shrink" => answer.Value is { } rating && int.Parse(rating, CultureInfo.InvariantCulture) < Sure ? "" : null,
            "unknown" => answer.Value is null && !Agreements.IsZone(text.Trim()) ? text.Trim() : null,
            "incomplete" => Drafts.NoteOf(turn.Repair) is { Happened.Length: > 0, Understand.Length: > 0 } ? null : "",
            _ when answer.Values.Length > 0 => null,
            "blame" when step == Step.Happened && turn.Repair.ValueOf(Step.Side) == "hurt-me" => null,
            "long" => text.Length > LongTelling ? "" : null,
            "all-mine" => answer.Field("not-mine").IsBlank ? WordReadings.AllMine(text, language) : null,
            _ => WordReadings.Find(name, step, answer.Key.Detail, text, language),
        };
    }
}
