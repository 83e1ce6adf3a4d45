using System.Globalization;
using RepairBot.Core.Screening;
using RepairBot.Training;

// Makes the weights of the screen's second reader out of labelled lines: scripts/train.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var command and ("train" or "try"), var language, var file, _, ..])
{
    await Console.Error.WriteLineAsync(
        """
        RepairBot.Training train LANGUAGE WEIGHTS LINES...   makes a table of weights of labelled lines, one file a hand
        RepairBot.Training try LANGUAGE OTHERS LINES...      says how well other lines are read by such a table
        """);
    return 2;
}

var rules = new RiskRules(language);
var files = args[3..].Order(StringComparer.Ordinal).ToList();
var examples = ExamplesIn(files);
if (command == "try")
{
    Tried.Say(Model.Fit(examples), ExamplesIn([file]));
    return 0;
}

var threshold = Model.ThresholdOf(examples);
using var weights = new StreamWriter(file, append: false);
Model.Fit(examples).Write(weights, threshold, LabelledLine.Fingerprint(files));
Console.WriteLine($"{examples.Count} lines, threshold {threshold:0.00}");
return 0;

List<Example> ExamplesIn(IEnumerable<string> lines) =>
    [.. lines.SelectMany(LabelledLine.InFile).Where(line => line.Language == language).Select(line => Example.Of(line, rules))];
