using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RepairBot.Core.Screening;

/// <summary>Something in a help-lines file that an operator has to mend.</summary>
/// <param name="File">As it was named by the caller.</param>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record HelpLinesProblem(string File, long Line, string Message)
{
    /// <summary>"file:line: message".</summary>
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>What reading a help-lines file comes to: usable as a whole, or refused with every problem in it.</summary>
public abstract record HelpLinesReading
{
    private HelpLinesReading()
    {
    }

    /// <summary>Every line has a source and the day it was read.</summary>
    public sealed record Usable(HelpLines Lines) : HelpLinesReading;

    /// <summary>One problem or more; nothing of the file is used.</summary>
    public sealed record Refused(ImmutableArray<HelpLinesProblem> Problems) : HelpLinesReading;
}

/// <summary>Reads and validates <c>guides/help-lines.yaml</c>; the comment at its head describes the layout.</summary>
public static class HelpLinesFile
{
    /// <summary>The layout this version reads.</summary>
    public const int Format = 1;

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static HelpLinesReading Load(string path)
    {
        using var reader = File.OpenText(path);
        return Read(reader, path);
    }

    /// <summary>Reads YAML; <paramref name="file"/> only names it in problems.</summary>
    public static HelpLinesReading Read(TextReader yaml, string file)
    {
        var problems = new List<HelpLinesProblem>();
        var lines = Parse(yaml, new HelpLinesParser((line, message) => problems.Add(new HelpLinesProblem(file, line, message))));
        return problems.Count == 0 && lines is not null
            ? new HelpLinesReading.Usable(lines)
            : new HelpLinesReading.Refused([.. problems.OrderBy(problem => problem.Line)]);
    }

    private static HelpLines? Parse(TextReader yaml, HelpLinesParser parser)
    {
        var stream = new YamlStream();
        var events = new Parser(yaml);
        try
        {
            stream.Load(events);
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            // The library throws the second for some lists that are never closed, without a place.
            var line = broken is YamlException placed ? placed.Start.Line : events.Current?.End.Line ?? 1;
            parser.Report(line, "this is not YAML: check the indentation, the quotes, and that no key stands twice");
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return parser.File(root);
        }

        parser.Report(1, "the file holds one mapping with format, international and countries");
        return null;
    }
}
