namespace RepairBot.Core.Reading;

internal enum StepKind
{
    Accept,
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

/// <summary>One place of a pattern and where it leads.</summary>
/// <param name="Kind">What is asked of the place; only <see cref="StepKind.Word"/> and <see cref="StepKind.AnyWord"/> use up a word.</param>
/// <param name="Matcher">For a word and the four that look around.</param>
/// <param name="Reach">Which boundary may stand before the word.</param>
/// <param name="Next">Steps that may follow.</param>
internal readonly record struct Step(StepKind Kind, int Matcher, Reach Reach, ushort[] Next)
{
    public bool UsesWord => Kind is StepKind.Word or StepKind.AnyWord;
}
