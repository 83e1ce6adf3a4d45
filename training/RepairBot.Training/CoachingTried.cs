using RepairBot.Core.Coaching.Weights;

namespace RepairBot.Training;

/// <summary>
/// How well labels are read on lines the models were not made of, as the label guide counts: the F1 of each label by the rules alone and with the
/// weights, their means, how many lines without any of the labels get one, and how many with one get a right one.
/// </summary>
internal static class CoachingTried
{
    /// <param name="labels">The names of the labels.</param>
    /// <param name="lines">Scored by models that were not made of them.</param>
    /// <param name="thresholds">The least score of each label that counts.</param>
    /// <param name="together">Whether a rule is doubted only where no label weighs enough by itself.</param>
    public static void Say(string[] labels, IReadOnlyList<Scored> lines, IReadOnlyList<double> thresholds, bool together)
    {
        int[] numbers = [.. Enumerable.Range(0, labels.Length)];
        foreach (var hand in lines.GroupBy(line => line.Line.File).Select(hand => (Name: hand.Key, Lines: hand.ToList())).Append(("all", [.. lines])))
        {
            var rules = Array.ConvertAll(numbers, label => F1(hand.Lines, label, line => line.Line.Ruled[label]));
            var both = Array.ConvertAll(numbers, label => F1(hand.Lines, label, line => Finds(line, label)));
            var without = hand.Lines.Where(line => !Array.Exists(numbers, label => line.Line.Is[label] is true)).ToList();
            var with = hand.Lines.Where(line => Array.Exists(numbers, label => line.Line.Is[label] is true)).ToList();
            Console.WriteLine($"{hand.Name}: {string.Join(", ", labels.Select((label, at) => $"{label} {rules[at]:0.00} > {both[at]:0.00}"))}");
            Console.WriteLine($"  macro-F1 {rules.Average():0.000} > {both.Average():0.000}; without a label {without.Count(line => Array.Exists(numbers, label => line.Line.Is[label] is false && Finds(line, label)))} of {without.Count} get one; with one {with.Count(line => Array.Exists(numbers, label => line.Line.Is[label] is not false && Finds(line, label)))} of {with.Count} get a right one");
        }

        bool Finds(Scored line, int label) => line.Scores[label] >= thresholds[label]
            || (line.Line.Ruled[label] && (line.Scores[label] >= thresholds[label] - LabelWeigher.Doubt
                || (together && Array.Exists(numbers, other => line.Scores[other] >= thresholds[other]))));
    }

    private static double F1(List<Scored> lines, int label, Func<Scored, bool> finds)
    {
        var hit = lines.Count(line => line.Line.Is[label] is true && finds(line));
        var off = lines.Count(line => line.Line.Is[label] is false == finds(line) && line.Line.Is[label] is not null);
        return hit == 0 ? 0 : 2.0 * hit / ((2 * hit) + off);
    }
}
