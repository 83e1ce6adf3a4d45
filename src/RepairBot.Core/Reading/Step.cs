namespace RepairBot.Core.Reading;

internal enum StepKind
{
    Word,
    AnyWord,
    ClauseStart,
    SentenceStart,
    ClauseEnd,
    SentenceEnd,
    Ahead,
    NotAhead,
    Behind,
    NotBehind,
}

/// <summary>One place of a pattern.</summary>
/// <param name="Kind">What is asked of the place; only the first two use up a word.</param>
/// <param name="Matcher">For <see cref="StepKind.Word"/> and the four that look around.</param>
/// <param name="Optional">Whether the place may be empty.</param>
/// <param name="Reach">Which boundary may stand before the word.</param>
internal readonly record struct Step(StepKind Kind, int Matcher = 0, bool Optional = false, Reach Reach = Reach.InSentence)
{
    public bool UsesWord => Kind is StepKind.Word or StepKind.AnyWord;
}

/// <summary>Which boundary may stand between a word and the word matched before it.</summary>
internal enum Reach
{
    /// <summary>None or soft.</summary>
    InSentence,

    /// <summary>Any: the pattern goes on in the next sentence.</summary>
    Anywhere,

    /// <summary>Soft or hard, but not none.</summary>
    AfterBreak,

    /// <summary>None: nothing stands between.</summary>
    Joined,
}
