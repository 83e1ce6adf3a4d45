using RepairBot.Core.Reading.Weights;
using RepairBot.Core.Screening;
using RepairBot.Core.Screening.Weights;

namespace RepairBot.Training;

/// <summary>The risk screen's second reader.</summary>
internal static class RiskSubject
{
    // Of harmless lines, most of them written to fool a reader or because an earlier one had misread their like.
    private const double FalseAlarms = 0.1;

    // Where few hands wrote, a model that leaves some of them out reads far worse than the one that is kept.
    private const double FalseAlarmsOfFewHands = 0.17;

    private static readonly RiskClass[] Classes = Enum.GetValues<RiskClass>();

    public static Subject Subject { get; } = new(
        [.. Classes.Select(one => one.ToString())],
        (language, lines) => [.. Classes.Select(one => one == RiskClass.Any ? Threshold(Scored.WithoutOf(lines, (int)one), language == "en" ? FalseAlarms : FalseAlarmsOfFewHands) : 0)],
        lines => Tried.Say([.. Classes.Select(one => one.ToString())], lines),
        Read)
    {
        RareCountMore = true,

        // Between a tenth and a hundredth unseen hands are read equally well.
        Penalty = 1.0 / 30,
        Few = 150,
        FewestLines = 3,
        Combined = scores =>
        {
            scores[(int)RiskClass.Any] = RiskScore.Of(scores);
            return scores;
        },
    };

    // The highest score that more than the allowed share of plain lines reach, so that no more lie above it.
    private static double Threshold(List<double> falls, double share) => falls.Count == 0 ? 0 : falls[(int)(share * falls.Count)];

    private static IEnumerable<Example> Read(string language, IReadOnlyList<string> files)
    {
        var rules = new RiskRules(language);
        var classes = WordClasses.Of(language);
        return files.SelectMany(file => RiskLine.InFile(file).Where(line => line.Language == language).Select(line => Of(file, line, rules, classes)));
    }

    private static Example Of(string file, RiskLine line, RiskRules rules, WordClasses? classes)
    {
        var text = rules.Words(line.Text);
        var findings = rules.Read(text);
        return new Example(
            Path.GetFileName(file),
            RiskTraits.Of(text, 0, text.Tokens.Length, findings, classes),
            Array.ConvertAll(Classes, one => (bool?)line.Is(one)),
            Array.ConvertAll(Classes, one => one == RiskClass.Any
                ? !findings.IsEmpty
                : findings.Any(finding => one.Meaning() == (finding.Risk, finding.Direction))),
            line.Optional is []);
    }
}
