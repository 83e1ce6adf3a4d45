using System.Collections.Immutable;

namespace RepairBot.Core.Reading;

/// <summary>
/// Which matchers the words after a place meet: a cheap no to patterns whose words are not there at all. It keeps reading fast whatever
/// a text repeats.
/// </summary>
internal sealed class Nearby
{
    /// <summary>How many words after any place are looked at, at least.</summary>
    public const int Window = 48;

    private readonly ulong[][] _blocks;

    public Nearby(ImmutableArray<Token> tokens)
    {
        _blocks = new ulong[((tokens.Length - 1) / Window) + 2][];
        for (var block = 0; block < _blocks.Length; block++)
        {
            _blocks[block] = new ulong[tokens.Length == 0 ? 0 : tokens[0].Entry.Meets.Blocks];
            foreach (var token in tokens.AsSpan(Math.Min(block * Window, tokens.Length)..Math.Min((block + 1) * Window, tokens.Length)))
            {
                token.Entry.Meets.AddTo(_blocks[block]);
            }

            if (block > 0)
            {
                Add(_blocks[block - 1], _blocks[block]);
            }
        }
    }

    /// <summary>The number that places with the same answers share.</summary>
    public static int BlockOf(int at) => at / Window;

    /// <summary>False when no match that needs all of these can start in the block.</summary>
    public bool Has(int block, int[] required)
    {
        foreach (var matcher in required)
        {
            if ((_blocks[block][matcher >> 6] & (1UL << (matcher & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>False when no match that needs all of these can start from one place to before another.</summary>
    public bool Has(int from, int to, int[] required)
    {
        for (var block = BlockOf(from); block <= BlockOf(to - 1); block++)
        {
            if (Has(block, required))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(ulong[] to, ulong[] from)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] |= from[i];
        }
    }
}
