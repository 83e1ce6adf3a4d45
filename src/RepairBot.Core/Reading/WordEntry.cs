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
    /// <summary>The matchers the word meets.</summary>
    public MatcherSet Meets { get; } = new(matchers);

    public string Spelling { get; } = spelling;

    /// <summary>Indexes of the rule patterns whose first word this can be.</summary>
    public int[] Openings { get; set; } = [];

    public bool Has(int matcher) => Meets.Has(matcher);
}
