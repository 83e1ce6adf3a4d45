using System.CommandLine;
using RepairBot.Configuration;
using RepairBot.Verbs;

namespace RepairBot;

/// <summary>The verbs and what each takes.</summary>
internal static class CommandTree
{
    /// <summary>The host itself listens for signals, so that a turn in hand is finished before the program ends.</summary>
    public static InvocationConfiguration SignalsAreTheHosts { get; } = new() { ProcessTerminationTimeout = null };

    /// <param name="settings">Settings given on the command line.</param>
    public static RootCommand For(IReadOnlyList<string> settings)
    {
        var root = new RootCommand("Walks people through a repair after a rupture. Without a verb it runs. Any setting can be given as --Section:Key value.")
        {
            Verb("run", "Run the bot: on Discord when a token is set, otherwise as a local chat in the browser.", stop => RunVerb.RunAsync(settings, stop)),
            Verb("check", "Try everything a start needs and say what holds.", _ => CheckVerb.RunAsync(settings, Console.Out, TimeProvider.System)),
            Guides(),
            Backup(settings),
            Restore(settings),
            Evaluate(),
            Verb("flow", "Print the conversation's order as a Mermaid diagram.", _ => FlowVerb.RunAsync(Console.Out)),
        };
        root.SetAction((_, stop) => Plainly.RunAsync(() => RunVerb.RunAsync(settings, stop)));
        return root;
    }

    private static Command Guides()
    {
        var folder = new Argument<string>("folder") { Description = "The guides.", DefaultValueFactory = _ => GuideOptions.Shipped };
        var strict = new Option<bool>("--strict") { Description = "Warnings count as errors." };
        var check = new Command("check", "List everything that is wrong with guides.") { folder, strict };
        check.SetAction((parsed, _) => Plainly.RunAsync(() =>
            GuidesCheckVerb.RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(strict), Console.Out)));
        return new Command("guides", "What the bot says.") { check };
    }

    private static Command Backup(IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("file") { Description = "A file that does not exist yet." };
        var command = new Command("backup", "Copy the whole store into a file. The bot must be stopped; keys are not in the copy.") { file };
        command.SetAction((parsed, stop) => Plainly.RunAsync(() =>
            BackupVerbs.BackupAsync(parsed.GetRequiredValue(file), settings, Console.Out, stop)));
        return command;
    }

    private static Command Restore(IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("file") { Description = "What backup wrote." };
        var command = new Command("restore", "Make a backup the content of a data directory that holds no store yet.") { file };
        command.SetAction((parsed, _) => Plainly.RunAsync(() => BackupVerbs.RestoreAsync(parsed.GetRequiredValue(file), settings, Console.Out)));
        return command;
    }

    private static Command Evaluate()
    {
        var evaluate = new Command("evaluate", "Say how each line of a labelled set is read, for scoring.");
        foreach (var task in EvaluateVerb.Tasks)
        {
            var input = new Option<string>("--in") { Description = "Lines of JSON with \"id\", \"text\" and, if known, \"lang\".", Required = true };
            var output = new Option<string>("--out") { Description = "Gets one line of JSON for each, in the same order.", Required = true };
            var command = new Command(task, $"Read a set of {task}.") { input, output };
            command.SetAction((parsed, stop) => Plainly.RunAsync(() =>
                EvaluateVerb.RunAsync(task, parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), Console.Error, stop)));
            evaluate.Add(command);
        }

        return evaluate;
    }

    private static Command Verb(string name, string description, Func<CancellationToken, Task<int>> action)
    {
        var command = new Command(name, description);
        command.SetAction((_, stop) => Plainly.RunAsync(() => action(stop)));
        return command;
    }
}
