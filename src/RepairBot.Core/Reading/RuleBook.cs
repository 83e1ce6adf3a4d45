using System.Collections.Immutable;

namespace RepairBot.Core.Reading;

/// <summary>The rules of a lexicon, ordered by the words that can open them.</summary>
internal sealed class RuleBook(ImmutableArray<Rule> rules, ImmutableArray<(Rule Rule, Pattern Pattern)> patterns, int[] anyOpening)
{
    private const int WordsBefore = 8;
    private const int WordsAfter = 12;

    public ImmutableArray<Rule> Rules { get; } = rules;

    public ImmutableArray<RuleMatch> Match(ReadText text)
    {
        var found = ImmutableArray.CreateBuilder<RuleMatch>();
        var whole = new bool?[Rules.Length];
        for (var at = 0; at < text.Tokens.Length; at++)
        {
            Try(text, at, text.Tokens[at].Entry.Openings, whole, found);
            Try(text, at, anyOpening, whole, found);
        }

        return found.DrainToImmutable();
    }

    // A pattern gives at most one match a start; matches may overlap.
    private void Try(ReadText text, int at, int[] openings, bool?[] whole, ImmutableArray<RuleMatch>.Builder found)
    {
        foreach (var index in openings)
        {
            var (rule, pattern) = patterns[index];
            var end = pattern.MatchAt(text.Tokens, at);
            if (end > 0 && (whole[rule.Index] ??= CountsInWhole(rule, text)) && CountsHere(rule, text, at, end))
            {
                found.Add(new RuleMatch(rule, at, end, text.Span(at, end)));
            }
        }
    }

    private static bool CountsHere(Rule rule, ReadText text, int first, int end)
    {
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

        return !Stands(rule.Unless, text, from, to)
            && (rule.With.Count == 0 || Stands(rule.With, text, from, to));
    }

    // The same for every match in one text, so it is asked once.
    private static bool CountsInWhole(Rule rule, ReadText text) =>
        !Stands(rule.UnlessText, text, 0, text.Tokens.Length)
        && (rule.WithText.Count == 0 || Stands(rule.WithText, text, 0, text.Tokens.Length));

    private static bool Stands(IReadOnlyList<Pattern> patterns, ReadText text, int from, int to)
    {
        foreach (var pattern in patterns)
        {
            for (var at = from; at < to; at++)
            {
                if (pattern.MatchAt(text.Tokens, at) is var end and > 0 && end <= to)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
