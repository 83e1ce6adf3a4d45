using System.Globalization;

namespace RepairBot.Core.Reading;

/// <summary>Reads the pattern language of the lexicons (README.md in this folder). Groups are unfolded into plain rows.</summary>
internal sealed class PatternParser(MatcherTable matchers)
{
    private const int MostRows = 256;

    /// <exception cref="FormatException">The pattern is malformed; the message quotes it.</exception>
    public IReadOnlyList<Pattern> Parse(string pattern)
    {
        var parts = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(Brackets).ToArray();
        var at = 0;
        var rows = Sequence(parts, ref at, pattern);
        if (at != parts.Length)
        {
            throw new FormatException($"Unmatched bracket in pattern '{pattern}'.");
        }

        return [.. rows.Select(row => new Pattern(Joined(row, pattern)))];
    }

    private static IEnumerable<string> Brackets(string part)
    {
        var open = part.StartsWith('(') ? 1 : 0;
        var close = part.IndexOf(')', StringComparison.Ordinal);
        close = close < 0 ? part.Length : close;
        if (open == 1)
        {
            yield return "(";
        }

        if (close > open)
        {
            yield return part[open..close];
        }

        if (close < part.Length)
        {
            yield return part[close..];
        }
    }

    private List<Row> Sequence(string[] parts, ref int at, string pattern)
    {
        List<Row> rows = [Row.Empty];
        for (; at < parts.Length && parts[at][0] != ')' && parts[at] != "|"; at++)
        {
            var next = parts[at] == "(" ? Group(parts, ref at, pattern) : [Row.Of(Items(parts[at], pattern))];
            rows = [.. rows.SelectMany(row => next.Select(row.Then))];
            if (rows.Count > MostRows)
            {
                throw new FormatException($"Pattern '{pattern}' unfolds into more than {MostRows} rows.");
            }
        }

        return rows;
    }

    // Enters at "(" and leaves at ")" or ")?".
    private List<Row> Group(string[] parts, ref int at, string pattern)
    {
        List<Row> rows = [];
        do
        {
            at++;
            rows.AddRange(Sequence(parts, ref at, pattern));
        }
        while (at < parts.Length && parts[at] == "|");

        if (at == parts.Length || parts[at] is not (")" or ")?"))
        {
            throw new FormatException($"Unmatched bracket in pattern '{pattern}'.");
        }

        if (parts[at] == ")?")
        {
            rows.Add(Row.Empty);
        }

        return rows;
    }

    private object[] Items(string part, string pattern)
    {
        switch (part)
        {
            case "/": return [Reach.Anywhere];
            case ",": return [Reach.AfterBreak];
            case "_": return [Reach.Joined];
            case "^": return [new Step(StepKind.ClauseStart)];
            case "^^": return [new Step(StepKind.SentenceStart)];
            case "$": return [new Step(StepKind.ClauseEnd)];
            case "$$": return [new Step(StepKind.SentenceEnd)];
            case "*": return [new Step(StepKind.AnyWord)];
            case "*?": return [new Step(StepKind.AnyWord, Optional: true)];
        }

        if (part.StartsWith("..", StringComparison.Ordinal))
        {
            return int.TryParse(part.AsSpan(2), CultureInfo.InvariantCulture, out var gap) && gap is > 0 and <= 20
                ? [.. Enumerable.Repeat((object)new Step(StepKind.AnyWord, Optional: true), gap)]
                : throw new FormatException($"'{part}' in pattern '{pattern}' is no gap between ..1 and ..20.");
        }

        var (kind, from) = part switch
        {
            ['<', '!', ..] => (StepKind.NotBehind, 2),
            ['<', ..] => (StepKind.Behind, 1),
            ['!', ..] => (StepKind.NotAhead, 1),
            ['&', ..] => (StepKind.Ahead, 1),
            _ => (StepKind.Word, 0),
        };
        var optional = part.EndsWith('?');
        return [new Step(kind, matchers.Intern(part[from..(optional ? ^1 : ^0)], pattern), optional)];
    }

    // A reach mark belongs to the next step that uses a word.
    private static Step[] Joined(Row row, string pattern)
    {
        var steps = new List<Step>();
        var reach = Reach.InSentence;
        foreach (var item in row.Items)
        {
            if (item is Reach mark)
            {
                reach = mark;
            }
            else if (item is Step step)
            {
                steps.Add(step.UsesWord ? step with { Reach = reach } : step);
                reach = step.UsesWord && !step.Optional ? Reach.InSentence : reach;
            }
        }

        return steps.Exists(s => s.UsesWord && !s.Optional) && steps.Count <= Pattern.Longest
            ? [.. steps]
            : throw new FormatException($"Pattern '{pattern}' needs a word that is not optional and at most {Pattern.Longest} steps.");
    }

    private sealed record Row(object[] Items)
    {
        public static Row Empty { get; } = new([]);

        public static Row Of(object[] items) => new(items);

        public Row Then(Row next) => new([.. Items, .. next.Items]);
    }
}
