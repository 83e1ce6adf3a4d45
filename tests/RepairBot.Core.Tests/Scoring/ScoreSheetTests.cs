using System.Diagnostics;
using RepairBot.Core.Screening;
using RepairBot.Core.Tests.Coaching;
using RepairBot.Testing.Storage;
using Xunit.Abstractions;
using CoachingPredictions = RepairBot.Core.Coaching.Evaluation.Predictions;
using ScreeningPredictions = RepairBot.Core.Screening.Evaluation.Predictions;

namespace RepairBot.Core.Tests.Scoring;

/// <summary>Scores the development sets, and shows that the scoring is that of the public scorer.</summary>
public sealed class ScoreSheetTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryDirectory work = new();

    public static TheoryData<string> Tasks => [.. CoachingPredictions.Tasks, "safety"];

    private static string? Folder => Environment.GetEnvironmentVariable("EVALUATION_SETS") ?? LabelledSet.PublicFolder();

    public void Dispose() => work.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Tasks))]
    public void The_development_sets_are_scored(string task)
    {
        var (gold, predictions) = Predict(task);
        var sheet = ScoreSheet.Lines(task, gold, predictions).ToList();
        output.WriteLine(string.Join(Environment.NewLine, sheet));

        Assert.Contains(sheet, line => line.StartsWith("  macro-F1 0.9", StringComparison.Ordinal) || line == "  macro-F1 1.000");
    }

    [SkippableTheory]
    [MemberData(nameof(Tasks))]
    public async Task The_arithmetic_is_that_of_the_public_scorer(string task)
    {
        var (gold, predictions) = Predict(task);

        // Every second line gets what was said of the one before, so that there are mistakes of every kind.
        var lines = await File.ReadAllLinesAsync(predictions);
        await File.WriteAllLinesAsync(predictions, lines.Select((line, at) => at % 2 == 0 ? line : lines[at - 1].Replace(Id(lines[at - 1]), Id(line), StringComparison.Ordinal)));

        Assert.Equal(await ScoreAsync(task, gold, predictions), ScoreSheet.Lines(task, gold, predictions));
    }

    private static string Id(string line) => line[..line.IndexOf(',', StringComparison.Ordinal)];

    private (string Gold, string Predictions) Predict(string task)
    {
        Skip.If(Folder is null, "The public labelled sets are not beside this repository.");
        var gold = Path.Combine(Folder!, $"{task}_dev.jsonl");
        var predictions = Path.Combine(work.Path, "predictions.jsonl");
        using var set = File.OpenText(gold);
        using var writer = File.CreateText(predictions);
        if (task == "safety")
        {
            ScreeningPredictions.Write(new Screen(), set, writer);
        }
        else
        {
            CoachingPredictions.Write(task, set, writer);
        }

        return (gold, predictions);
    }

    private static async Task<string[]> ScoreAsync(string task, string gold, string predictions)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [Path.Combine(Folder!, "score.py"), task, gold, predictions]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var scored = await python.StandardOutput.ReadToEndAsync();
            await python.WaitForExitAsync();
            return scored.TrimEnd().Split('\n');
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new SkipException("Python is not at hand.", e);
        }
    }
}
