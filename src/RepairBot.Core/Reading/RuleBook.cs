using System.Collections.Immutable;

namespace RepairBot.Core.Reading;

/// <summary>The rules of a lexicon, ordered by the words that can open them.</summary>
internal sealed class RuleBook(ImmutableArray<Rule> rules, ImmutableArray<(Rule Rule, Pattern Pattern)> patterns, int[] anyOpening)
{
    private const int WordsBefore = 8;
    private const int WordsAfter = 12;

    public ImmutableArray<Rule> Rules { get; } = rules;

    public ImmutableArray<RuleMatch> Match(ReadText text, Func<Rule, bool> wanted)
    {
        var found = ImmutableArray.CreateBuilder<RuleMatch>();
        var state = new State(text, new bool?[Rules.Length], new Nearby(text.Tokens), new int[patterns.Length]);
        foreach (var rule in Rules.Where(r => !wanted(r)))
        {
            state.Whole[rule.Index] = false;
        }

        var repeats = new Repeats(text.Tokens);
        for (var at = 0; at < text.Tokens.Length; at++)
        {
            if (repeats.IsRepeated(at))
            {
                continue;
            }

            Try(state, at, text.Tokens[at].Entry.Openings, found);
            Try(state, at, anyOpening, found);
        }

        return found.DrainToImmutable();
    }

    // A pattern gives at most one match a start; matches may overlap.
    private void Try(State state, int at, int[] openings, ImmutableArray<RuleMatch>.Builder found)
    {
        foreach (var index in openings)
        {
            var (rule, pattern) = patterns[index];
            if (state.Whole[rule.Index] == false || !state.IsPossible(index, pattern, at))
            {
                continue;
            }

            var text = state.Text;
            var end = pattern.MatchAt(text.Tokens, at);
            if (end > 0 && (state.Whole[rule.Index] ??= CountsInWhole(rule, state)) && CountsHere(rule, state, at, end))
            {
                found.Add(new RuleMatch(rule, at, end, text.Span(at, end)));
            }
        }
    }

    private static bool CountsHere(Rule rule, State state, int first, int end)
    {
        var text = state.Text;
        if (!rule.Quoted && text.Tokens[first].Has(TokenTraits.Quoted))
        {
            return false;
        }

        var sentence = text.Tokens[first].Sentence;
        var lastSentence = text.Tokens[end - 1].Sentence;
        var from = first;
        while (from > 0 && first - from < WordsBefore && text.Tokens[from - 1].Sentence == sentence)
        {
            from--;
        }

        var to = end;
        while (to < text.Tokens.Length && to - end < WordsAfter && text.Tokens[to].Sentence == lastSentence)
        {
            to++;
        }

        return !Stands(rule.Unless, state, from, to)
            && (rule.With.Count == 0 || Stands(rule.With, state, from, to));
    }

    // The same for every match in one text, so it is asked once.
    private static bool CountsInWhole(Rule rule, State state) =>
        !Stands(rule.UnlessText, state, 0, state.Text.Tokens.Length)
        && (rule.WithText.Count == 0 || Stands(rule.WithText, state, 0, state.Text.Tokens.Length));

    private static bool Stands(IReadOnlyList<Pattern> patterns, State state, int from, int to)
    {
        foreach (var pattern in patterns)
        {
            if (!state.Nearby.Has(from, to, pattern.Required))
            {
                continue;
            }

            for (var at = from; at < to; at++)
            {
                if (pattern.MatchAt(state.Text.Tokens, at) is var end and > 0 && end <= to)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What is worked out once for a text.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Whole">By rule: whether the guards over the whole text let it count.</param>
    /// <param name="Nearby">Which words are there at all.</param>
    /// <param name="Asked">By pattern: the block after which it was last asked about, negative when the answer was no.</param>
    private sealed record State(ReadText Text, bool?[] Whole, Nearby Nearby, int[] Asked)
    {
        public bool IsPossible(int index, Pattern pattern, int at)
        {
            var block = Nearby.BlockOf(at);
            if (Math.Abs(Asked[index]) != block + 1)
            {
                Asked[index] = Nearby.Has(block, pattern.Required) ? block + 1 : -block - 1;
            }

            return Asked[index] > 0;
        }
    }
}
