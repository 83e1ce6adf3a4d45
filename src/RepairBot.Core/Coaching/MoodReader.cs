using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>
/// Reads what shows of the writer's state in one answer, so that the next question can meet it. Not a judgement and not a diagnosis.
/// Pure and safe from any thread.
/// </summary>
public static class MoodReader
{
    private static readonly FrozenSet<string> Kinds =
        Names<Mood>.All.Concat(["guilt_performance", "defensiveness", "blame_shift", "criticism", "contempt"]).ToFrozenSet();

    private const int BlameClauses = 2;

    /// <param name="text">One answer.</param>
    /// <param name="language">A code such as "en".</param>
    /// <returns>At most one finding a kind, in the order of <see cref="Mood"/>.</returns>
    public static ImmutableArray<Finding<Mood>> Read(string text, string language = "en")
    {
        var findings = RuleFindings.Of(text, language, Kinds);
        var found = ImmutableArray.CreateBuilder<Finding<Mood>>();
        Add(found, Mood.Shame, findings.OfKind("guilt_performance"));
        Add(found, Mood.Defence, findings.OfKind("defensiveness"));
        Add(found, Mood.Rush, findings.OfKind("rush"));
        AddBlame(found, findings);
        Add(found, Mood.Solving, findings.OfKind("solving"));
        Add(found, Mood.OldWhy, findings.OfKind("old_why"));
        return found.ToImmutable();
    }

    private static void Add(ImmutableArray<Finding<Mood>>.Builder found, Mood mood, IEnumerable<RuleMatch> matches)
    {
        foreach (var match in matches.Take(1))
        {
            found.Add(new Finding<Mood>(mood, match.Span, match.Rule.Id));
        }
    }

    // Blame is a word of blame, or a text of some length that has no "I" among what the other did.
    private static void AddBlame(ImmutableArray<Finding<Mood>>.Builder found, RuleFindings findings)
    {
        var before = found.Count;
        Add(found, Mood.Blame, findings.Matches.Where(m => m.Rule.Kind is "blame_shift" or "criticism" or "contempt"));
        var clauses = findings.Text.Clauses;
        if (found.Count == before && findings.Whole is { } whole && !clauses.Any(c => c.Subject is Person.First or Person.FirstPlural)
            && clauses.Count(c => c is { Subject: Person.Second or Person.Third, Tense: Tense.Past or Tense.Perfect }) >= BlameClauses)
        {
            found.Add(new Finding<Mood>(Mood.Blame, whole, "mood.all-about-other"));
        }
    }
}
