using System.Numerics;

namespace RepairBot.Core.Reading;

/// <summary>
/// The matchers that one word meets: a few out of thousands for most words, hundreds for some. Blocks of 64 that hold nothing are left out; a row
/// of bits in front says which ones are there. Twenty thousand words with all their bits would be most of what the program keeps in memory.
/// </summary>
internal sealed class MatcherSet
{
    private const int Bits = 64;

    private readonly int _map;
    private ulong[] _words;

    /// <param name="matchers">How many matchers there are.</param>
    public MatcherSet(int matchers)
    {
        Blocks = (matchers + Bits - 1) / Bits;
        _map = (Blocks + Bits - 1) / Bits;
        _words = new ulong[_map];
    }

    /// <summary>How many blocks of 64 matchers there are, with or without anything in them.</summary>
    public int Blocks { get; }

    /// <summary>How many matchers are in the set.</summary>
    public int Count => _words.Skip(_map).Sum(BitOperations.PopCount);

    public bool Has(int matcher)
    {
        var block = matcher / Bits;
        return IsThere(block) && (_words[PlaceOf(block)] & Bit(matcher)) != 0;
    }

    public void Add(int matcher)
    {
        var block = matcher / Bits;
        var place = PlaceOf(block);
        if (!IsThere(block))
        {
            _words = [.. _words[..place], 0, .. _words[place..]];
            _words[block / Bits] |= Bit(block);
        }

        _words[place] |= Bit(matcher);
    }

    /// <summary>Adds what is in the set to a row of <see cref="Blocks"/> blocks.</summary>
    public void AddTo(Span<ulong> blocks)
    {
        var place = _map;
        for (var row = 0; row < _map; row++)
        {
            for (var there = _words[row]; there != 0; there &= there - 1)
            {
                blocks[(row * Bits) + BitOperations.TrailingZeroCount(there)] |= _words[place++];
            }
        }
    }

    private static ulong Bit(int number) => 1UL << (number % Bits);

    private bool IsThere(int block) => (_words[block / Bits] & Bit(block)) != 0;

    private int PlaceOf(int block)
    {
        var row = block / Bits;
        var place = _map + BitOperations.PopCount(_words[row] & (Bit(block) - 1));
        while (--row >= 0)
        {
            place += BitOperations.PopCount(_words[row]);
        }

        return place;
    }
}
