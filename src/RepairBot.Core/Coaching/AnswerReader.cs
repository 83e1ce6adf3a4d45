using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>Small questions the conversation asks about one answer. Pure and safe from any thread.</summary>
public static class AnswerReader
{
    private static readonly FrozenSet<string> Kinds =
        new[] { "about_self", "ownership", "intent", "effect", "impact", "specific_event", "act", "when_where", "mind_reading", "verdict" }.ToFrozenSet();

    /// <summary>Whether the answer is about the writer at all: it holds I, me or my outside quotes, or an act without a subject.</summary>
    public static bool IsAboutSelf(string text, string language = "en")
    {
        var findings = RuleFindings.Of(text, language, Kinds);
        return findings.First("about_self") is not null || findings.First("ownership") is not null;
    }

    /// <summary>Whether an answer about the effect on the other only tells what the writer meant.</summary>
    public static bool OnlyIntent(string text, string language = "en")
    {
        var findings = RuleFindings.Of(text, language, Kinds);
        return findings.First("intent") is not null && findings.First("effect") is null && findings.First("impact") is null;
    }

    /// <summary>Which of act, time or place, and effect an answer holds.</summary>
    public static SpecificityReading Specificity(string text, string language = "en")
    {
        var findings = RuleFindings.Of(text, language, Kinds);
        return new SpecificityReading(
            findings.First("specific_event") ?? findings.First("act"),
            findings.First("when_where"),
            findings.First("impact") ?? findings.First("effect"));
    }

    /// <summary>Words that say what went on in the other's mind as if it were known ("you wanted to …").</summary>
    public static ImmutableArray<TextSpan> MindReading(string text, string language = "en") =>
        [.. RuleFindings.Of(text, language, Kinds).OfKind("mind_reading").Select(m => m.Span).Distinct()];

    /// <summary>A word that says what somebody did where a feeling is asked for ("ignored", "attacked"); null when there is none.</summary>
    public static TextSpan? Verdict(string text, string language = "en") => RuleFindings.Of(text, language, Kinds).First("verdict");
}
