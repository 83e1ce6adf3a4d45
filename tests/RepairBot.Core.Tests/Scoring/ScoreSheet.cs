using System.Globalization;
using System.Text.Json;

namespace RepairBot.Core.Tests.Scoring;

/// <summary>The arithmetic of the public scorer, line for line, for where Python is not at hand.</summary>
internal static class ScoreSheet
{
    private const double Z = 1.96;

    /// <param name="task">ownership, safety or horsemen.</param>
    /// <param name="gold">Lines of JSON with labels.</param>
    /// <param name="predictions">Lines of JSON as the verb writes them.</param>
    public static IEnumerable<string> Lines(string task, string gold, string predictions)
    {
        Record[] set = [.. Read(gold)];
        var said = Read(predictions).ToDictionary(record => record.Text("id"));
        return task switch
        {
            "ownership" => Ownership(set, said),
            "safety" => Safety(set, said),
            _ => MultiLabel(set, said, "labels", "labels_optional"),
        };
    }

    private static IEnumerable<string> Ownership(Record[] set, Dictionary<string, Record> said)
    {
        HashSet<string> Faults(Record line) => said[line.Text("id")].Labels("faults");
        Record[] faultless = [.. set.Where(line => line.Labels("faults").Count == 0)];
        Record[] faulted = [.. faultless.Where(line => Faults(line).Except(line.Labels("faults_optional")).Any())];
        Record[] tricky = [.. faultless.Where(line => line.Labels("tags").Except(["incomplete", "vague_change"]).Any())];
        Record[] faulty = [.. set.Except(faultless)];
        Record[] mixed = [.. faulty.Where(line => line.Labels("tags").Contains("mixed"))];

        return
        [
            "components",
            .. MultiLabel(set, said, "components", "components_optional"),
            "faults",
            .. MultiLabel(set, said, "faults", "faults_optional"),
            "zero-fault drafts wrongly faulted: " + Share(faulted.Length, faultless.Length),
            "  of which tricky negatives: " + Share(tricky.Intersect(faulted).Count(), tricky.Length),
            "faulty drafts with at least one right fault: "
                + Share(faulty.Count(line => Faults(line).Overlaps(line.Labels("faults").Union(line.Labels("faults_optional")))), faulty.Length),
            .. mixed.Length == 0
                ? Array.Empty<string>()
                : ["  of which mixed (good draft, one fault): " + Share(mixed.Count(line => Faults(line).Overlaps(line.Labels("faults"))), mixed.Length)],
            "exact fault set: " + Share(set.Count(line => Faults(line).Except(line.Labels("faults_optional")).ToHashSet().SetEquals(line.Labels("faults"))), set.Length),
        ];
    }

    private static IEnumerable<string> Safety(Record[] set, Dictionary<string, Record> said)
    {
        HashSet<string> Said(Record line) => said[line.Text("id")].Labels("labels");
        Record[] risky = [.. set.Where(line => line.Labels("labels").Count > 0)];
        Record[] plain = [.. set.Except(risky).Where(line => line.Labels("labels_optional").Count == 0)];
        string By(string key) => string.Join(", ", risky.GroupBy(line => line.Text(key)).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"'{group.Key}': '{group.Count(line => Said(line).Count > 0)}/{group.Count()}'"));

        return
        [
            .. MultiLabel(set, said, "labels", "labels_optional"),
            "stepped back on risky text (any label): " + Share(risky.Count(line => Said(line).Count > 0), risky.Length),
            "  with at least one right label: "
                + Share(risky.Count(line => Said(line).Overlaps(line.Labels("labels").Union(line.Labels("labels_optional")))), risky.Length),
            "false alarms on benign text: " + Share(plain.Count(line => Said(line).Count > 0), plain.Length),
            $"recall by form: {{{By("form")}}}",
            $"recall by direction: {{{By("direction")}}}",
        ];
    }

    private static IEnumerable<string> MultiLabel(Record[] set, Dictionary<string, Record> said, string key, string optional)
    {
        List<double> scores = [];
        foreach (var label in set.SelectMany(line => line.Labels(key)).Distinct().Order(StringComparer.Ordinal))
        {
            var counted = set.Where(line => !line.Labels(optional).Contains(label))
                .CountBy(line => (Gold: line.Labels(key).Contains(label), Said: said[line.Text("id")].Labels(key).Contains(label)))
                .ToDictionary(pair => pair.Key, pair => pair.Value);
            int Of(bool gold, bool predicted) => counted.GetValueOrDefault((gold, predicted));
            var (hit, wrong, missed) = (Of(true, true), Of(false, true), Of(true, false));
            var (precision, recall) = (Ratio(hit, hit + wrong), Ratio(hit, hit + missed));
            scores.Add(precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
            yield return Invariant($"  {label,-24} P {precision:F3}  R {recall:F3}  F1 {scores[^1]:F3}   (tp {hit} fp {wrong} fn {missed})");
        }

        yield return Invariant($"  macro-F1 {scores.Average():F3}");
    }

    // With its Wilson interval.
    private static string Share(int k, int n)
    {
        if (n == 0)
        {
            return "0/0 = 0.000 [0.000, 1.000]";
        }

        var p = (double)k / n;
        var (width, middle) = (1 + Z * Z / n, p + Z * Z / (2 * n));
        var half = Z * Math.Sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
        return Invariant($"{k}/{n} = {p:F3} [{Math.Max(0, (middle - half) / width):F3}, {Math.Min(1, (middle + half) / width):F3}]");
    }

    private static double Ratio(int k, int n) => n == 0 ? 0 : (double)k / n;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Record> Read(string file) =>
        File.ReadLines(file).Where(line => line.Trim().Length > 0).Select(line => new Record(JsonDocument.Parse(line).RootElement));

    private sealed class Record(JsonElement json)
    {
        public string Text(string name) => json.GetProperty(name).GetString()!;

        /// <summary>The labels of a list; "none" is no label.</summary>
        public HashSet<string> Labels(string name) =>
            json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(label => label.GetString()!).Where(label => label != "none")] : [];
    }
}
