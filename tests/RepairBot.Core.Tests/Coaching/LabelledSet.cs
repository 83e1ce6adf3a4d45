using System.Text.Json;
using RepairBot.Core.Coaching;

namespace RepairBot.Core.Tests.Coaching;

/// <summary>A labelled line of an evaluation set.</summary>
internal sealed record LabelledLine(string Id, string Text, string Language, IReadOnlyDictionary<string, HashSet<string>> Labels, bool IsTricky)
{
    public static LabelledLine Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var labels = document.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array)
            .ToDictionary(p => p.Name, p => p.Value.EnumerateArray().Select(v => v.GetString()!).Where(v => v != "none").ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var root = document.RootElement;
        return new LabelledLine(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!,
            root.TryGetProperty("lang", out var lang) ? lang.GetString()! : "en", labels, labels.TryGetValue("tags", out var tags) && tags.Count > 0);
    }
}

/// <summary>Scores a set as the evaluation does: optional labels count neither for nor against.</summary>
internal sealed class LabelledSet(IReadOnlyList<LabelledLine> lines)
{
    public IReadOnlyList<LabelledLine> Lines { get; } = lines;

    public static LabelledSet Load(string path) => new([.. File.ReadLines(path).Where(l => l.Trim().Length > 0).Select(LabelledLine.Parse)]);

    /// <summary>The folder of the public labelled sets next to the repository, or null where there is none.</summary>
    public static string? PublicFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared", "coaching");
            if (Directory.Exists(shared))
            {
                return shared;
            }
        }

        return null;
    }

    /// <summary>Written by a hand that knew the label rules alone; no rule is ever made by looking at them.</summary>
    public static string HeldOutFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Coaching", "HeldOut");

    public static string FreshFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Coaching", "Fresh");

    public static HashSet<string> Faults(LabelledLine line, string text) =>
        [.. DraftReader.Read(text, line.Language).Faults.Select(f => JsonNamingPolicy.SnakeCaseLower.ConvertName(f.Kind.ToString()))];

    public static HashSet<string> Components(LabelledLine line, string text) =>
        [.. DraftReader.Read(text, line.Language).Components.Select(f => JsonNamingPolicy.SnakeCaseLower.ConvertName(f.Kind.ToString()))];

    public static HashSet<string> Horsemen(LabelledLine line, string text) =>
        [.. HorsemenReader.Read(text, line.Language).Select(f => JsonNamingPolicy.SnakeCaseLower.ConvertName(f.Kind.ToString()))];

    public double MacroF1(string key, Func<LabelledLine, string, HashSet<string>> predict, Func<string, string>? change = null)
    {
        var scores = Counts(key, predict, change).Values.Select(c => F1(c.Hit, c.Wrong, c.Missed)).ToArray();
        return scores.Average();
    }

    public double Recall(string key, Func<LabelledLine, string, HashSet<string>> predict, Func<string, string>? change = null)
    {
        var counts = Counts(key, predict, change).Values;
        return (double)counts.Sum(c => c.Hit) / counts.Sum(c => c.Hit + c.Missed);
    }

    public double FaultlessWronglyFaulted()
    {
        var faultless = Lines.Where(l => l.Labels["faults"].Count == 0).ToArray();
        return (double)faultless.Count(l => Faults(l, l.Text).Except(l.Labels["faults_optional"]).Any()) / faultless.Length;
    }

    public double FaultyWithARightFault()
    {
        var faulty = Lines.Where(l => l.Labels["faults"].Count > 0).ToArray();
        return (double)faulty.Count(l => Faults(l, l.Text).Overlaps(l.Labels["faults"].Concat(l.Labels["faults_optional"]))) / faulty.Length;
    }

    private Dictionary<string, (int Hit, int Wrong, int Missed)> Counts(
        string key, Func<LabelledLine, string, HashSet<string>> predict, Func<string, string>? change)
    {
        var counts = Lines.SelectMany(l => l.Labels[key]).Distinct(StringComparer.Ordinal).ToDictionary(l => l, _ => (Hit: 0, Wrong: 0, Missed: 0), StringComparer.Ordinal);
        foreach (var line in Lines)
        {
            var predicted = predict(line, change is null ? line.Text : change(line.Text));
            foreach (var label in counts.Keys.Where(l => !line.Labels[key + "_optional"].Contains(l)).ToArray())
            {
                var c = counts[label];
                counts[label] = (line.Labels[key].Contains(label), predicted.Contains(label)) switch
                {
                    (true, true) => c with { Hit = c.Hit + 1 },
                    (true, false) => c with { Missed = c.Missed + 1 },
                    (false, true) => c with { Wrong = c.Wrong + 1 },
                    _ => c,
                };
            }
        }

        return counts;
    }

    private static double F1(int hit, int wrong, int missed) => hit == 0 ? 0 : 2.0 * hit / (2 * hit + wrong + missed);
}
