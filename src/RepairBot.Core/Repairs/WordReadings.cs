using System.Collections.Immutable;
using RepairBot.Core.Coaching;

namespace RepairBot.Core.Repairs;

/// <summary>What the readers of words say to one answer: for each kind of second look, the words it is about.</summary>
internal static class WordReadings
{
    /// <summary>A retelling has at least this many words.</summary>
    private const int LongEnough = 12;

    /// <summary>Words shorter than this say little about what is told.</summary>
    private const int ContentWord = 4;

    /// <summary>This share of the first telling's content words makes it the same telling.</summary>
    private const double SameTelling = 0.6;

    /// <summary>The words that take all of it on oneself; null when there are none.</summary>
    public static string? AllMine(string text, string language) => First(
        DraftReader.Read(text, language).Faults, text, found => found.Kind is Fault.GuiltPerformance or Fault.Absolutes);

    /// <summary>The words that a second look of this name is about; empty for the whole text; null when it does not apply.</summary>
    public static string? Find(string nudge, Step step, string? part, string text, string language) => nudge switch
    {
        "rush" => MoodIn(text, language, Mood.Rush),
        "blame" => BlameIn(text, language, step),
        "solving" => MoodIn(text, language, Mood.Solving),
        "shame" when part is null or "again" => MoodIn(text, language, Mood.Shame),
        "defence" when part is null or "again" => MoodIn(text, language, Mood.Defence),
        "old-why" => MoodIn(text, language, Mood.OldWhy),
        "mind-reading" => AnswerReader.MindReading(text, language) is [var span, ..] ? span.In(text) : null,
        "unspecific" => AnswerReader.Specificity(text, language) is { Act: null, WhenOrWhere: null } ? "" : null,
        "only-intent" => AnswerReader.OnlyIntent(text, language) ? "" : null,
        "not-about-self" => AnswerReader.IsAboutSelf(text, language) ? null : "",
        "verdict" => null,
        "conditional" => First(DraftReader.Read(text, language).Faults, text, found => found.Kind == Fault.Conditional),
        "pressure" => First(DraftReader.Read(text, language).Faults, text, found => found.Kind == Fault.DemandForgiveness),
        "criticism" => HorsemanIn(text, language, Horseman.Criticism),
        "contempt" => HorsemanIn(text, language, Horseman.Contempt),
        "defensiveness" => HorsemanIn(text, language, Horseman.Defensiveness),
        "stonewalling" => HorsemanIn(text, language, Horseman.Stonewalling),
        "vow" => ConcernIn(text, language, ActionConcern.Vow),
        "outcome" => ConcernIn(text, language, ActionConcern.Outcome),
        "controlling" when part is null or "request" => ConcernIn(text, language, ActionConcern.Controlling),
        "several" => ConcernIn(text, language, ActionConcern.Several) is null ? null : "",
        "vague" => VagueIn(text, language, step),
        "undated" => ConcernIn(text, language, ActionConcern.Undated) is null ? null : "",
        "when-needed" => ActionReader.Read(text, language).When is null ? "" : null,
        "rebuttal" when part == "reflect" => ReflectionIn(text, language, ReflectionConcern.Rebuttal),
        "advice" when part == "reflect" => ReflectionIn(text, language, ReflectionConcern.Advice),
        "why" when part == "reflect" => ReflectionIn(text, language, ReflectionConcern.Why),
        "no-feeling" when part == "reflect" => ReflectionIn(text, language, ReflectionConcern.NoFeeling) is null ? null : "",
        "no-check" when part == "reflect" => ReflectionIn(text, language, ReflectionConcern.NoCheck) is null ? null : "",
        _ => null,
    };

    /// <summary>True when a text tells again what was told once: most of its content words, and at least a dozen words.</summary>
    public static bool Retells(string text, string told)
    {
        var first = ContentOf(told);
        return first.Count > 0
            && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= LongEnough
            && ContentOf(text).Count(first.Contains) >= SameTelling * first.Count;
    }

    private static HashSet<string> ContentOf(string text) => text
        .Split([' ', '\n', '\r', '\t', '.', ',', ';', ':', '!', '?', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= ContentWord)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string? MoodIn(string text, string language, Mood mood) =>
        First(MoodReader.Read(text, language), text, found => found.Kind == mood);

    // Where the other's side is asked for, or what happened, a text that is all about the other is an answer; words of blame are not.
    private static string? BlameIn(string text, string language, Step step) => First(
        MoodReader.Read(text, language), text,
        found => found.Kind == Mood.Blame && (step is Step.Felt || found.Rule != "mood.all-about-other"));

    private static string? HorsemanIn(string text, string language, Horseman horseman) =>
        First(HorsemenReader.Read(text, language), text, found => found.Kind == horseman);

    private static string? ConcernIn(string text, string language, ActionConcern concern) =>
        First(ActionReader.Read(text, language).Concerns, text, found => found.Kind == concern);

    private static string? ReflectionIn(string text, string language, ReflectionConcern concern) =>
        First(ReflectionReader.Read(text, language: language).Concerns, text, found => found.Kind == concern);

    // Only an act has to be a doing-word; how it can be seen, or a wish, may be told in other words unless they are plainly vague.
    private static string? VagueIn(string text, string language, Step step) =>
        First(
            ActionReader.Read(text, language).Concerns, text,
            found => found.Kind == ActionConcern.Vague && (step is Step.Action or Step.OtherAct || found.Rule != "action.no-doing"));

    private static string? First<TKind>(ImmutableArray<Finding<TKind>> findings, string text, Func<Finding<TKind>, bool> wanted)
        where TKind : struct, Enum
    {
        foreach (var finding in findings)
        {
            if (wanted(finding))
            {
                return finding.Span.In(text);
            }
        }

        return null;
    }
}
