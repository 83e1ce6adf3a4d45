using System.Globalization;

namespace RepairBot.Core.Reading;

/// <summary>Reads the pattern language of the lexicons (README.md in this folder).</summary>
internal sealed class PatternParser(MatcherTable matchers)
{
    private static readonly Dictionary<string, StepKind> Places = new(StringComparer.Ordinal)
    {
        ["^"] = StepKind.ClauseStart,
        ["^^"] = StepKind.SentenceStart,
        ["$"] = StepKind.ClauseEnd,
        ["$$"] = StepKind.SentenceEnd,
        ["*"] = StepKind.AnyWord,
    };

    private static readonly Dictionary<string, Reach> Marks = new(StringComparer.Ordinal)
    {
        ["/"] = Reach.Anywhere,
        [","] = Reach.AfterBreak,
        ["_"] = Reach.Joined,
    };

    /// <exception cref="FormatException">The pattern is malformed; the message quotes it.</exception>
    public Pattern Parse(string pattern)
    {
        var parts = Parts(pattern);
        var at = 0;
        var tree = Sequence(parts, ref at, pattern);
        if (at != parts.Length)
        {
            throw new FormatException($"Unmatched bracket in pattern '{pattern}'.");
        }

        var graph = new Graph(pattern);
        var entries = graph.Add(tree, [Graph.Accept], Reach.InSentence);
        return entries.Contains(Graph.Accept)
            ? throw new FormatException($"Pattern '{pattern}' needs a word that is not optional.")
            : new Pattern(graph.Steps, [.. entries], [.. Required(tree).Select(words => matchers.Intern(words, pattern)).Distinct()]);
    }

    // What every match meets somewhere. Of several rows of steps one is met, so a word of one of them is.
    private static IEnumerable<string> Required(Node node) => node switch
    {
        Node.One { Kind: StepKind.Word } one => [one.Words],
        Node.Row row => row.Nodes.SelectMany(Required),
        Node.Choice { Optional: false, Options: [var only] } => Required(only),
        Node.Choice { Optional: false } choice when choice.Options.Select(option => Required(option).FirstOrDefault()).ToArray() is var one && !one.Contains(null) =>
            [string.Join('|', one.SelectMany(words => words!.Split('|')).Distinct().Order(StringComparer.Ordinal))],
        _ => [],
    };

    private static string[] Parts(string pattern) =>
        pattern.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " )", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Node.Row Sequence(string[] parts, ref int at, string pattern)
    {
        List<Node> nodes = [];
        for (; at < parts.Length && parts[at][0] != ')' && parts[at] != "|"; at++)
        {
            nodes.Add(parts[at] == "(" ? Group(parts, ref at, pattern) : Single(parts[at], pattern));
        }

        return new Node.Row(nodes);
    }

    // Enters at "(" and leaves at ")" or ")?". Alternatives of one word become one step.
    private Node.Choice Group(string[] parts, ref int at, string pattern)
    {
        List<Node> rows = [];
        List<string> words = [];
        do
        {
            at++;
            if (at + 1 < parts.Length && parts[at + 1][0] is '|' or ')' && IsOneWord(parts[at]))
            {
                words.Add(parts[at++]);
            }
            else
            {
                rows.Add(Sequence(parts, ref at, pattern));
            }
        }
        while (at < parts.Length && parts[at] == "|");

        if (at == parts.Length || parts[at] is not (")" or ")?"))
        {
            throw new FormatException($"Unmatched bracket in pattern '{pattern}'.");
        }

        if (words.Count > 0)
        {
            rows.Add(One(StepKind.Word, string.Join('|', words), pattern));
        }

        return new Node.Choice(rows, parts[at] == ")?");
    }

    private static bool IsOneWord(string part) =>
        part[0] is not ('!' or '<' or '&' or '^' or '$' or '.' or ',' or '/' or '_' or '*' or '(') && part[^1] != '?';

    private Node Single(string part, string pattern)
    {
        if (Places.TryGetValue(part, out var place))
        {
            return new Node.One(place, 0, "");
        }

        if (Marks.TryGetValue(part, out var mark))
        {
            return new Node.Mark(mark);
        }

        if (part.StartsWith("..", StringComparison.Ordinal))
        {
            return Gap(part, pattern);
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
        var words = part[from..(optional ? ^1 : ^0)];
        var one = words == "*" ? new Node.One(StepKind.AnyWord, 0, "") : One(kind, words, pattern);
        return optional ? new Node.Choice([one], Optional: true) : one;
    }

    private Node.One One(StepKind kind, string words, string pattern) => new(kind, matchers.Intern(words, pattern), words);

    private static Node.Row Gap(string part, string pattern) =>
        int.TryParse(part.AsSpan(2), CultureInfo.InvariantCulture, out var gap) && gap is > 0 and <= 20
            ? new Node.Row([.. Enumerable.Repeat(new Node.Choice([new Node.One(StepKind.AnyWord, 0, "")], Optional: true), gap)])
            : throw new FormatException($"'{part}' in pattern '{pattern}' is no gap between ..1 and ..20.");

    /// <summary>A pattern as written.</summary>
    private abstract record Node
    {
        private Node()
        {
        }

        public sealed record One(StepKind Kind, int Matcher, string Words) : Node;

        public sealed record Row(IReadOnlyList<Node> Nodes) : Node;

        public sealed record Choice(IReadOnlyList<Node> Options, bool Optional) : Node;

        public sealed record Mark(Reach Reach) : Node;
    }

    /// <summary>Builds the steps from the last to the first, so that each knows what follows.</summary>
    private sealed class Graph(string pattern)
    {
        public const ushort Accept = 0;

        // Most steps lead to one step alone, and there are tens of thousands of steps: they share these.
        private static readonly ushort[][] Alone = [.. Enumerable.Range(0, Pattern.MostSteps + 1).Select(step => new[] { (ushort)step })];

        private readonly List<Step> _steps = [new Step(StepKind.Accept, 0, Reach.InSentence, [])];

        public Step[] Steps => [.. _steps];

        public ushort[] Add(Node node, ushort[] next, Reach reach) => node switch
        {
            Node.One one => AddStep(one, next, reach),
            Node.Row row => AddRow(row, next, reach),
            Node.Choice choice => [.. choice.Options.SelectMany(o => Add(o, next, reach)).Concat(choice.Optional ? next : []).Distinct()],
            Node.Mark => next,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        private ushort[] AddRow(Node.Row row, ushort[] next, Reach reach)
        {
            var reaches = Reaches(row, reach);
            for (var i = row.Nodes.Count - 1; i >= 0; i--)
            {
                next = Add(row.Nodes[i], next, reaches[i]);
            }

            return next;
        }

        // A mark belongs to the next word, past what may be missing or uses no word.
        private static Reach[] Reaches(Node.Row row, Reach reach)
        {
            var reaches = new Reach[row.Nodes.Count];
            for (var i = 0; i < reaches.Length; i++)
            {
                reaches[i] = reach;
                reach = row.Nodes[i] switch
                {
                    Node.Mark mark => mark.Reach,
                    Node.Choice { Optional: true } or Node.One { Kind: not (StepKind.Word or StepKind.AnyWord) } => reach,
                    _ => Reach.InSentence,
                };
            }

            return reaches;
        }

        private ushort[] AddStep(Node.One one, ushort[] next, Reach reach)
        {
            if (_steps.Count >= Pattern.MostSteps)
            {
                throw new FormatException($"Pattern '{pattern}' has more than {Pattern.MostSteps} steps.");
            }

            _steps.Add(new Step(one.Kind, one.Matcher, reach, next));
            return Alone[_steps.Count - 1];
        }
    }
}
