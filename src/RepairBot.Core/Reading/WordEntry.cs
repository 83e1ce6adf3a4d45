using System.Numerics;

namespace RepairBot.Core.Reading;

/// <summary>A class of words, such as all forms of address. Made by <see cref="Lexicon.Class"/>.</summary>
public readonly record struct WordClass
{
    internal WordClass(int matcher) => Matcher = matcher;

    internal int Matcher { get; }
}

/// <summary>What a lexicon knows of one word: which matchers it meets and which patterns may begin with it.</summary>
internal sealed class WordEntry(string spelling, int matchers)
{
    private readonly ulong[] _bits = new ulong[(matchers + 63) / 64];

    public ulong[] Bits => _bits;

    /// <summary>How many matchers the word meets.</summary>
    public int Meets => _bits.Sum(BitOperations.PopCount);

    public string Spelling { get; } = spelling;

    /// <summary>Indexes of the rule patterns whose first word this can be.</summary>
    public int[] Openings { get; set; } = [];

    public bool Has(int matcher) => (_bits[matcher >> 6] & (1UL << (matcher & 63))) != 0;

    public void Add(int matcher) => _bits[matcher >> 6] |= 1UL << (matcher & 63);
}
