using System.Text.RegularExpressions;

namespace RepairBot.Tests.Architecture;

/// <summary>No log line can hold what a person wrote: only numbers, times and names of ours get in.</summary>
public sealed partial class LogTests
{
    // Values that hold no text, and enums of ours.
    private static readonly string[] Harmless = ["int", "long", "bool", "TimeSpan", "DateTimeOffset", "StoreFailure", "KeyFailure", "StoreKind", "CallbackResult"];

    // The only texts: the name of an exception's type, and an engine's version. What fills them is checked below.
    private static readonly string[] HarmlessTexts = ["kind", "exceptionType", "version"];

    private static readonly List<LogLine> Lines = [.. Sources.Product.SelectMany(file => Declaration().Matches(file.Text).Select(match => new LogLine(
        file.Path,
        match.Groups["name"].Value,
        [.. match.Groups["parameters"].Value.Split(',', StringSplitOptions.TrimEntries).Select(parameter => parameter.Replace("this ", "", StringComparison.Ordinal).Split(' '))])))];

    [Fact]
    public void Every_log_line_is_declared_in_its_projects_log()
    {
        Assert.NotEmpty(Lines);
        Assert.All(Lines, line => Assert.EndsWith("/Log.cs", line.File, StringComparison.Ordinal));
        Assert.Equal(Lines.Count, Sources.Product.Sum(file => Attribute().Count(file.Text)));
    }

    [Fact]
    public void No_log_line_takes_anything_that_could_hold_words() => Assert.All(
        Lines.SelectMany(line => line.Parameters.Select(parameter => (line.Name, Type: parameter[0].Split('.')[^1], Parameter: parameter[1]))),
        parameter => Assert.True(
            parameter.Type.StartsWith("ILogger", StringComparison.Ordinal) || Harmless.Contains(parameter.Type)
                || (parameter.Type == "string" && HarmlessTexts.Contains(parameter.Parameter)),
            $"{parameter.Name} takes {parameter.Type} {parameter.Parameter}."));

    [Fact]
    public void A_text_in_a_log_line_is_an_exceptions_type_or_an_engines_version()
    {
        var calls = Lines.Where(line => line.Parameters.Exists(parameter => parameter[0] == "string"))
            .SelectMany(line => Sources.Product.Where(file => file.Path != line.File && Path.GetDirectoryName(file.Path)!.StartsWith(Path.GetDirectoryName(line.File)!, StringComparison.Ordinal))
                .SelectMany(file => Regex.Matches(file.Code, $@"\.{line.Name}\((?<arguments>(?>[^()]|(?<open>\()|(?<-open>\)))*)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
                .Select(match => (line.Name, Arguments: match.Groups["arguments"].Value)))
            .ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.True(
            call.Arguments.Contains(".GetType().Name", StringComparison.Ordinal) || call.Arguments.Contains("ersion", StringComparison.Ordinal),
            $"{call.Name}({call.Arguments})"));
    }

    [Fact]
    public void Nothing_is_logged_past_the_declared_lines() => Assert.All(Sources.Product, file => Assert.False(DirectCall().IsMatch(file.Code), file.Path));

    [GeneratedRegex(@"partial void (?<name>\w+)\((?<parameters>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\[LoggerMessage\(", RegexOptions.None, 1000)]
    private static partial Regex Attribute();

    // ILogger's own Log and the extensions; the latter are banned symbols too.
    [GeneratedRegex(@"\.(Log(Trace|Debug|Information|Warning|Error|Critical)?(<\w+>)?|BeginScope(<\w+>)?)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DirectCall();

    private sealed record LogLine(string File, string Name, List<string[]> Parameters);
}
