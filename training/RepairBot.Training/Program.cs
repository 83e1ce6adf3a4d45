using System.Globalization;
using RepairBot.Training;

// Makes tables of weights out of labelled lines: scripts/train.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var subjects = new Dictionary<string, Subject>(StringComparer.Ordinal)
{
    ["screening"] = RiskSubject.Subject,
    ["components"] = CoachingSubject.Components,
    ["faults"] = CoachingSubject.Faults,
    ["horsemen"] = CoachingSubject.Horsemen,
};
if (args is ["classes", var vectors, var to])
{
    using var classes = new StreamWriter(to, append: false);
    ClassFile.Write(vectors, classes);
    return 0;
}

if (args is not [var command and ("train" or "try" or "cross"), var name, var language, .. var files]
    || !subjects.TryGetValue(name, out var subject)
    || files.Length < (command == "cross" ? 1 : 2))
{
    await Console.Error.WriteLineAsync(
        $"""
        RepairBot.Training train SUBJECT LANGUAGE WEIGHTS LINES...   makes a table of weights of labelled lines, one file a hand
        RepairBot.Training try SUBJECT LANGUAGE OTHERS LINES...      says how well other lines are read by such a table
        RepairBot.Training cross SUBJECT LANGUAGE LINES...           says how well each file is read by a table made of the others
        RepairBot.Training classes VECTORS CLASSES                   makes a file of word classes out of vectors of words
        Subjects: {string.Join(", ", subjects.Keys)}
        """);
    return 2;
}

var lines = (command == "cross" ? files : files[1..]).Order(StringComparer.Ordinal).ToList();
var examples = subject.Read(language, lines).ToList();
if (command == "try")
{
    subject.Say(Scored.By(subject, Model.Fit(subject, examples), [.. subject.Read(language, [files[0]])]));
    return 0;
}

var crosswise = Scored.Crosswise(subject, examples);
subject.Say(crosswise);
if (command == "cross")
{
    return 0;
}

using var weights = new StreamWriter(files[0], append: false);
Model.Fit(subject, examples).Write(weights, subject.Thresholds(language, crosswise), Fingerprint.Of(lines));
return 0;
