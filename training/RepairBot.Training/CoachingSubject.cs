using System.Collections.Immutable;
using RepairBot.Core.Coaching;
using RepairBot.Core.Coaching.Weights;

namespace RepairBot.Training;

/// <summary>The second readers of drafts and of lines meant for the other.</summary>
internal static class CoachingSubject
{
    // Against how many faults found does a wrong one weigh: scolding a good draft or line is the worse mistake.
    private const double Scolding = 2;

    public static Subject Components { get; } = Of<Component>(1, DraftReader.Find, findings => DraftReader.Ruled(findings).Components);

    public static Subject Faults { get; } = Of<Fault>(Scolding, DraftReader.Find, findings => DraftReader.Ruled(findings).Faults);

    public static Subject Horsemen { get; } = Of<Horseman>(Scolding, HorsemenReader.Find, HorsemenReader.Ruled);

    private static Subject Of<TKind>(double wrongCounts, Func<string, string, RuleFindings> find, Func<RuleFindings, ImmutableArray<Finding<TKind>>> ruled)
        where TKind : struct, Enum
    {
        string[] labels = [.. Names<TKind>.All];
        return new Subject(
            labels,
            (_, lines) => Thresholds(lines),
            lines => CoachingTried.Say(labels, lines, Thresholds(lines), together: typeof(TKind) == typeof(Fault)),
            (language, files) => Read(files, labels, text => find(text, language), findings => [.. ruled(findings).Select(one => Names<TKind>.Of(one.Kind))]));

        IReadOnlyList<double> Thresholds(IReadOnlyList<Scored> lines) => [.. labels.Select((_, label) => Threshold(lines, label, wrongCounts))];
    }

    private static IEnumerable<Example> Read(
        IEnumerable<string> files, string[] labels, Func<string, RuleFindings> find, Func<RuleFindings, HashSet<string>> ruled)
    {
        foreach (var file in files)
        {
            foreach (var line in CoachingLine.InFile(file))
            {
                var findings = find(line.Text);
                if (findings.Text.Tokens.Length == 0)
                {
                    continue;
                }

                var traits = new CoachingTraits(findings);
                var rules = ruled(findings);
                yield return new Example(
                    Path.GetFileName(file),
                    Array.ConvertAll(traits.Whole, number => traits.Names[number]),
                    Array.ConvertAll(labels, line.Has),
                    Array.ConvertAll(labels, rules.Contains),
                    line.Optional is [])
                {
                    WithParts = traits,
                    Known = Path.GetFileName(Path.GetDirectoryName(file)) == "Fresh",
                };
            }
        }
    }

    // The least score with the best F1, where each wrong one counts so many times.
    private static double Threshold(IReadOnlyList<Scored> lines, int label, double wrongCounts)
    {
        var (best, threshold, hit, wrong) = (-1.0, 0.0, 0, 0);
        var told = lines.Where(line => line.Line.Is[label] is not null).OrderByDescending(line => line.Scores[label]).ToList();
        var all = told.Count(line => line.Line.Is[label] is true);
        foreach (var line in told)
        {
            (hit, wrong) = line.Line.Is[label] is true ? (hit + 1, wrong) : (hit, wrong + 1);
            var score = 2.0 * hit / (hit + all + (wrongCounts * wrong));
            (best, threshold) = score > best ? (score, line.Scores[label]) : (best, threshold);
        }

        return threshold;
    }
}
