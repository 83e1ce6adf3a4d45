using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RepairBot.Testing.Transcripts;

/// <summary>
/// A whole conversation as a readable Markdown file. Under a heading there may be plain sentences for the reader; from the first list item
/// on, every line is part of the conversation, so that a mistyped line is an error and never skipped.
/// </summary>
/// <param name="File">Path below <c>tests/transcripts</c>.</param>
/// <param name="Lines">In order.</param>
public sealed partial record Transcript(string File, ImmutableArray<TranscriptLine> Lines)
{
    /// <summary>Every transcript, by its path below <c>tests/transcripts</c>.</summary>
    public static IEnumerable<string> All => Directory
        .EnumerateFiles(Repository.Transcripts, "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Transcripts, file).Replace('\\', '/'))
        .Where(file => Path.GetFileName(file) != "README.md")
        .Order(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <exception cref="TranscriptException">A line is none that a transcript may have.</exception>
    public static Transcript Read(string file) =>
        Parse(file, System.IO.File.ReadAllLines(Path.Combine(Repository.Transcripts, file)));

    /// <summary>Reads lines.</summary>
    /// <exception cref="TranscriptException">A line is none that a transcript may have.</exception>
    public static Transcript Parse(string file, IReadOnlyList<string> rows)
    {
        var lines = ImmutableArray.CreateBuilder<TranscriptLine>();
        var talking = false;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i].TrimEnd();
            if (row.StartsWith('#'))
            {
                talking = false;
            }
            else if (row.StartsWith("- ", StringComparison.Ordinal))
            {
                talking = true;
                lines.Add(LineOf(file, i + 1, row[2..]));
            }
            else if (talking && BoxRow().Match(row) is { Success: true } box)
            {
                var last = lines[^1];
                if (!last.Verb.StartsWith("fills", StringComparison.Ordinal))
                {
                    throw new TranscriptException(file, i + 1, "Boxes belong under a line with `fills`.");
                }

                lines[^1] = last with { Boxes = last.Boxes.Add((box.Groups["name"].Value, Unescaped(box.Groups["text"].Value))) };
            }
            else if (talking && row.Length > 0)
            {
                throw new TranscriptException(file, i + 1, "After the first list item of a section every line is a list item.");
            }
        }

        return lines.Any(line => line.IsExpectation)
            ? new Transcript(file, lines.DrainToImmutable())
            : throw new TranscriptException(file, rows.Count, "Nothing is expected of the bot here, so nothing could fail.");
    }

    private static TranscriptLine LineOf(string file, int number, string row)
    {
        var practices = ImmutableArray.CreateBuilder<string>();
        while (PracticeTag().Match(row) is { Success: true } tag)
        {
            practices.Insert(0, tag.Groups["row"].Value);
            row = row[..tag.Index].TrimEnd();
        }

        var line = Plain(file, number, row) with { Practices = practices.DrainToImmutable() };
        return line.Practices.IsEmpty || line.IsExpectation
            ? line
            : throw new TranscriptException(file, number, "A practice stands behind a line that expects something of the bot.");
    }

    private static TranscriptLine Plain(string file, int number, string row)
    {
        foreach (var verb in TranscriptVerbs.Expectations.AddRange(TranscriptVerbs.OfTheWorld))
        {
            if (Rest(row, verb) is { } text)
            {
                return new TranscriptLine(number, null, verb, text, [], []);
            }
        }

        if (PersonRow().Match(row) is { Success: true } person)
        {
            var (name, rest) = (person.Groups["name"].Value, person.Groups["rest"].Value);
            if (rest.StartsWith('/'))
            {
                return new TranscriptLine(number, name, "/", rest[1..], [], []);
            }

            foreach (var verb in TranscriptVerbs.OfPeople)
            {
                if (Rest(rest, verb) is { } text)
                {
                    return new TranscriptLine(number, name, verb, text, [], []);
                }
            }
        }

        throw new TranscriptException(file, number, "This line says nothing that a transcript can do or expect.");
    }

    // "verb: text", or the verb alone.
    private static string? Rest(string row, string verb) =>
        row == verb ? ""
        : row.StartsWith(verb + ": ", StringComparison.Ordinal) ? Unescaped(row[(verb.Length + 2)..])
        : null;

    private static string Unescaped(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^ {2,}- (?<name>[a-z0-9-]+): (?<text>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoxRow();

    [GeneratedRegex(@" \[practice: (?<row>\d{3}-\d{2})\]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PracticeTag();

    [GeneratedRegex(@"^(?<name>[A-Z][a-z]+) (?<rest>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PersonRow();
}
