using System.Collections.Immutable;

namespace RepairBot.Core.Reading;

/// <summary>
/// Finds places of a long text that read on as an earlier place did. What rules find there they have found before, so a text that
/// repeats itself costs little more than what it repeats.
/// </summary>
internal sealed class Repeats
{
    private const int ShortestText = 128;
    private const int WordsBefore = 24;
    private const int WordsAfter = 72;
    private const ulong Base = 0x9E3779B97F4A7C15;

    private readonly ulong[] _sums = [];
    private readonly ulong[] _powers = [];
    private readonly HashSet<(ulong Sum, int Length)> _seen = [];

    public Repeats(ImmutableArray<Token> tokens)
    {
        if (tokens.Length < ShortestText)
        {
            return;
        }

        _sums = new ulong[tokens.Length + 1];
        _powers = new ulong[tokens.Length + 1];
        _powers[0] = 1;
        for (var i = 0; i < tokens.Length; i++)
        {
            _sums[i + 1] = unchecked((_sums[i] * Base) + Of(tokens[i]));
            _powers[i + 1] = unchecked(_powers[i] * Base);
        }
    }

    /// <summary>Whether the words around a place stood so before. To be asked once for each place, in order.</summary>
    public bool IsRepeated(int at)
    {
        if (_sums.Length == 0 || at < WordsBefore)
        {
            return false;
        }

        var from = at - WordsBefore;
        var to = Math.Min(_sums.Length - 1, at + WordsAfter);
        var sum = unchecked(_sums[to] - (_sums[from] * _powers[to - from]));
        return !_seen.Add((sum, to - from));
    }

    private static ulong Of(in Token token)
    {
        var sum = ((ulong)token.Before * 16) + (ulong)token.Traits + 1;
        foreach (var letter in token.Word)
        {
            sum = unchecked((sum * 31) + letter);
        }

        return sum;
    }
}
