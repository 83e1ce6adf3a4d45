using System.Collections.Immutable;
using System.Numerics;

namespace RepairBot.Core.Reading;

/// <summary>
/// A row of at most 63 steps. Matching keeps the set of reachable steps in one word of bits and reads each token once, so
/// its cost is bounded by pattern length times match length whatever the text holds.
/// </summary>
internal sealed class Pattern
{
    /// <summary>Longest row of steps.</summary>
    public const int Longest = 63;

    private readonly Step[] _steps;
    private readonly ulong _accept;

    public Pattern(Step[] steps)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps.Length, Longest, nameof(steps));
        _steps = steps;
        _accept = 1UL << steps.Length;
    }

    /// <summary>The matchers one of which the first word must meet; null when any word can open the pattern.</summary>
    public IReadOnlyList<int>? Openings()
    {
        var openings = new List<int>();
        foreach (var step in _steps)
        {
            if (!step.UsesWord)
            {
                continue;
            }

            if (step.Kind == StepKind.AnyWord)
            {
                return null;
            }

            openings.Add(step.Matcher);
            if (!step.Optional)
            {
                return openings;
            }
        }

        return null;
    }

    /// <returns>Index after the last token of the longest match that starts at <paramref name="start"/>, or -1.</returns>
    public int MatchAt(ImmutableArray<Token> tokens, int start)
    {
        var best = -1;
        var reachable = Close(1UL, tokens, start, start);
        for (var at = start; ; at++)
        {
            if ((reachable & _accept) != 0 && at > start)
            {
                best = at;
            }

            reachable &= ~_accept;
            if (reachable == 0 || at >= tokens.Length)
            {
                return best;
            }

            reachable = Close(Use(reachable, tokens[at], at == start), tokens, at + 1, start);
        }
    }

    private ulong Use(ulong reachable, in Token token, bool first)
    {
        var next = 0UL;
        for (; reachable != 0; reachable &= reachable - 1)
        {
            var i = BitOperations.TrailingZeroCount(reachable);
            var step = _steps[i];
            if (step.UsesWord && (first || Reaches(step.Reach, token.Before)) &&
                (step.Kind == StepKind.AnyWord || token.Entry.Has(step.Matcher)))
            {
                next |= 1UL << (i + 1);
            }
        }

        return next;
    }

    private static bool Reaches(Reach reach, Boundary before) => reach switch
    {
        Reach.InSentence => before != Boundary.Hard,
        Reach.Anywhere => true,
        Reach.AfterBreak => before != Boundary.None,
        Reach.Joined => before == Boundary.None,
    };

    // Steps that use no word are passed at once; steps are ordered, so one pass upwards is enough.
    private ulong Close(ulong reachable, ImmutableArray<Token> tokens, int at, int start)
    {
        for (var i = 0; i < _steps.Length; i++)
        {
            if ((reachable & (1UL << i)) == 0)
            {
                continue;
            }

            var step = _steps[i];
            if (step.Optional || (!step.UsesWord && Holds(step, tokens, at, start)))
            {
                reachable |= 1UL << (i + 1);
            }

            if (!step.UsesWord)
            {
                reachable &= ~(1UL << i);
            }
        }

        return reachable;
    }

    private static bool Holds(Step step, ImmutableArray<Token> tokens, int at, int start) => step.Kind switch
    {
        StepKind.ClauseStart => at < tokens.Length && tokens[at].Has(TokenTraits.ClauseStart),
        StepKind.SentenceStart => at < tokens.Length && tokens[at].Has(TokenTraits.SentenceStart),
        StepKind.ClauseEnd => at >= tokens.Length || tokens[at].Has(TokenTraits.ClauseStart),
        StepKind.SentenceEnd => at >= tokens.Length || tokens[at].Has(TokenTraits.SentenceStart),
        StepKind.Ahead => IsAhead(step, tokens, at, start),
        StepKind.NotAhead => !IsAhead(step, tokens, at, start),
        StepKind.Behind => IsBehind(step, tokens, at),
        StepKind.NotBehind => !IsBehind(step, tokens, at),
        StepKind.Word or StepKind.AnyWord => false,
    };

    private static bool IsAhead(Step step, ImmutableArray<Token> tokens, int at, int start) =>
        at < tokens.Length && (at == start || tokens[at].Before != Boundary.Hard) && tokens[at].Entry.Has(step.Matcher);

    private static bool IsBehind(Step step, ImmutableArray<Token> tokens, int at) =>
        at > 0 && (at >= tokens.Length || tokens[at].Before != Boundary.Hard) && tokens[at - 1].Entry.Has(step.Matcher);
}
