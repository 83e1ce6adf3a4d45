using RepairBot.Core.Screening;
using Coaching = RepairBot.Core.Coaching.Evaluation.Predictions;
using Screening = RepairBot.Core.Screening.Evaluation.Predictions;

namespace RepairBot.Verbs;

/// <summary>Writes what the readers say of each line of a set, so that anyone can score them.</summary>
internal static class EvaluateVerb
{
    private const string Safety = "safety";

    /// <summary>What can be evaluated.</summary>
    public static IReadOnlyList<string> Tasks { get; } = [.. Coaching.Tasks, Safety];

    /// <param name="task">One of <see cref="Tasks"/>.</param>
    /// <param name="source">The set; relative to the caller's directory.</param>
    /// <param name="target">Written only when every line could be read; relative to the caller's directory.</param>
    /// <param name="errors">Gets the number of a line that can't be read, never its text.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task<int> RunAsync(string task, string source, string target, TextWriter errors, CancellationToken cancellationToken)
    {
        using var predictions = new StringWriter();
        try
        {
            using var set = File.OpenText(source);
            Write(task, set, predictions);
        }
        catch (FormatException e)
        {
            await errors.WriteLineAsync($"{source}: {e.Message}");
            return Plainly.Failed;
        }

        await File.WriteAllTextAsync(target, predictions.ToString(), cancellationToken);
        return 0;
    }

    private static void Write(string task, TextReader set, TextWriter predictions)
    {
        if (task == Safety)
        {
            Screening.Write(new Screen(), set, predictions);
        }
        else
        {
            Coaching.Write(task, set, predictions);
        }
    }
}
