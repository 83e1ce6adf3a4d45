using RepairBot.Core.Guides;
using RepairBot.Core.Screening;

namespace RepairBot.Verbs;

/// <summary>Reads guides and help lines as the bot would and lists all that is wrong with them.</summary>
internal static class GuidesCheckVerb
{
    /// <param name="folder">The guides; relative to the caller's directory.</param>
    /// <param name="strict">Warnings count as errors.</param>
    /// <param name="output">Takes a line a problem.</param>
    public static async Task<int> RunAsync(string folder, bool strict, TextWriter output)
    {
        var problems = GuideCheck.Check(folder);
        foreach (var problem in problems)
        {
            await output.WriteLineAsync(problem.ToString());
        }

        var helpLines = Path.Combine(folder, "help-lines.yaml");
        var refused = File.Exists(helpLines) && HelpLinesFile.Load(helpLines) is HelpLinesReading.Refused { Problems: var found } ? found : [];
        foreach (var problem in refused)
        {
            await output.WriteLineAsync(problem.ToString());
        }

        var errors = problems.Count(problem => problem.Severity == GuideSeverity.Error) + refused.Length;
        var warnings = problems.Length + refused.Length - errors;
        await output.WriteLineAsync($"{errors} errors, {warnings} warnings");
        return errors > 0 || strict && warnings > 0 ? Plainly.Failed : 0;
    }
}
