using System.Collections.Immutable;

namespace RepairBot.Core.Reading;

/// <summary>
/// A graph of steps. Matching keeps the set of steps that can be reached and reads each token once, so its cost is bounded by the size
/// of the pattern times the length of the match, whatever the text holds: there is no backtracking.
/// </summary>
internal sealed class Pattern(Step[] steps, ushort[] entries, int[] required)
{
    /// <summary>Most steps of a pattern.</summary>
    public const int MostSteps = 2000;

    private readonly int[]? _first = Openings(steps, entries);

    /// <summary>The matchers that every match meets somewhere; none when a match can be longer than <see cref="Nearby.Window"/> words.</summary>
    public int[] Required { get; } = Longest(steps, entries) > Nearby.Window ? [] : required;

    /// <summary>The matchers one of which the first word must meet; null when any word can open the pattern.</summary>
    public IReadOnlyList<int>? Openings() => _first;

    // Steps lead to steps of lower number: the graph is built from its end.
    private static int Longest(Step[] steps, ushort[] entries)
    {
        var words = new int[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            words[i] = (steps[i].UsesWord ? 1 : 0) + steps[i].Next.Select(next => words[next]).DefaultIfEmpty(0).Max();
        }

        return entries.Max(entry => words[entry]);
    }

    private static int[]? Openings(Step[] steps, ushort[] entries)
    {
        var openings = new HashSet<int>();
        var open = new Stack<ushort>(entries);
        while (open.TryPop(out var at))
        {
            var step = steps[at];
            if (step.Kind is StepKind.AnyWord or StepKind.Accept)
            {
                return null;
            }

            if (step.Kind == StepKind.Word)
            {
                openings.Add(step.Matcher);
                continue;
            }

            foreach (var next in step.Next)
            {
                open.Push(next);
            }
        }

        return [.. openings];
    }

    /// <returns>Index after the last token of the longest match that starts at <paramref name="start"/>, or -1.</returns>
    public int MatchAt(ImmutableArray<Token> tokens, int start)
    {
        if (!CanStart(tokens[start].Entry))
        {
            return -1;
        }

        var run = new Run(tokens, start, stackalloc ushort[steps.Length], stackalloc ushort[steps.Length], stackalloc ulong[(steps.Length + 63) / 64]);
        foreach (var entry in entries)
        {
            Enter(ref run, entry, start);
        }

        var best = -1;
        for (var at = start; at < tokens.Length && run.Swap(); at++)
        {
            foreach (var index in run.Now)
            {
                ref readonly var step = ref steps[index];
                if ((at == start || Reaches(step.Reach, tokens[at].Before))
                    && (step.Kind == StepKind.AnyWord || tokens[at].Entry.Has(step.Matcher)))
                {
                    foreach (var next in step.Next)
                    {
                        Enter(ref run, next, at + 1);
                    }
                }
            }

            best = run.Accepted ? at + 1 : best;
        }

        return best;
    }

    private bool CanStart(WordEntry word)
    {
        foreach (var matcher in _first ?? [])
        {
            if (word.Has(matcher))
            {
                return true;
            }
        }

        return _first is null;
    }

    private void Enter(ref Run run, ushort index, int at)
    {
        if (!run.Mark(index))
        {
            return;
        }

        ref readonly var step = ref steps[index];
        if (step.Kind == StepKind.Accept)
        {
            run.Accepted = true;
        }
        else if (step.UsesWord)
        {
            run.Add(index);
        }
        else if (Holds(step, run.Tokens, at, run.Start))
        {
            foreach (var next in step.Next)
            {
                Enter(ref run, next, at);
            }
        }
    }

    private static bool Reaches(Reach reach, Boundary before) => reach switch
    {
        Reach.InSentence => before != Boundary.Hard,
        Reach.Anywhere => true,
        Reach.AfterBreak => before != Boundary.None,
        Reach.Joined => before == Boundary.None,
    };

    private static bool Holds(in Step step, ImmutableArray<Token> tokens, int at, int start) => step.Kind switch
    {
        StepKind.ClauseStart => at < tokens.Length && tokens[at].Has(TokenTraits.ClauseStart),
        StepKind.SentenceStart => at < tokens.Length && tokens[at].Has(TokenTraits.SentenceStart),
        StepKind.ClauseEnd => at >= tokens.Length || tokens[at].Has(TokenTraits.ClauseStart),
        StepKind.SentenceEnd => at >= tokens.Length || tokens[at].Has(TokenTraits.SentenceStart),
        StepKind.Ahead => IsAhead(step, tokens, at, start),
        StepKind.NotAhead => !IsAhead(step, tokens, at, start),
        StepKind.Behind => IsBehind(step, tokens, at),
        StepKind.NotBehind => !IsBehind(step, tokens, at),
        StepKind.Accept or StepKind.Word or StepKind.AnyWord => false,
    };

    private static bool IsAhead(in Step step, ImmutableArray<Token> tokens, int at, int start) =>
        at < tokens.Length && (at == start || tokens[at].Before != Boundary.Hard) && tokens[at].Entry.Has(step.Matcher);

    private static bool IsBehind(in Step step, ImmutableArray<Token> tokens, int at) =>
        at > 0 && (at >= tokens.Length || tokens[at].Before != Boundary.Hard) && tokens[at - 1].Entry.Has(step.Matcher);

    /// <summary>The steps reachable before the present word and those after it.</summary>
    private ref struct Run(ImmutableArray<Token> tokens, int start, Span<ushort> now, Span<ushort> then, Span<ulong> marks)
    {
        private readonly Span<ulong> _marks = marks;
        private Span<ushort> _now = now;
        private Span<ushort> _then = then;
        private int _reached;
        private int _nowCount;

        public readonly ImmutableArray<Token> Tokens => tokens;

        public readonly int Start => start;

        public readonly ReadOnlySpan<ushort> Now => _now[.._nowCount];

        public bool Accepted { get; set; }

        public readonly bool Mark(ushort index)
        {
            var bit = 1UL << (index & 63);
            var isNew = (_marks[index >> 6] & bit) == 0;
            _marks[index >> 6] |= bit;
            return isNew;
        }

        public void Add(ushort index) => _then[_reached++] = index;

        /// <returns>False when nothing can be reached any more.</returns>
        public bool Swap()
        {
            var spare = _now;
            _now = _then;
            _then = spare;
            _nowCount = _reached;
            _reached = 0;
            Accepted = false;
            _marks.Clear();
            return _nowCount > 0;
        }
    }
}
