namespace RepairBot.Core.Reading;

/// <summary>How strongly a word is cut off from the word before it.</summary>
public enum Boundary
{
    /// <summary>Nothing but a blank.</summary>
    None,

    /// <summary>A comma, colon, dash, bracket or dots.</summary>
    Soft,

    /// <summary>A full stop, question or exclamation mark, semicolon or line end; also the start of the text.</summary>
    Hard,
}

/// <summary>What is known of a word from where it stands.</summary>
[Flags]
public enum TokenTraits
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Between quotation marks, or reported speech ("you said I …").</summary>
    Quoted = 1,

    /// <summary>In a sentence that ends with a question mark.</summary>
    Question = 2,

    /// <summary>First word of a clause.</summary>
    ClauseStart = 4,

    /// <summary>First word of a sentence.</summary>
    SentenceStart = 8,
}

/// <summary>One word of a text, brought to its plain spelling. Punctuation is kept as the <see cref="Boundary"/> before a word.</summary>
public readonly record struct Token
{
    /// <summary>Where its written form lies. A contraction gives two tokens with the same span.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Plain spelling: lower case, no accents, slang and typing slips undone ("u" is "you").</summary>
    public required string Word { get; init; }

    /// <summary>What stands between this word and the one before.</summary>
    public required Boundary Before { get; init; }

    /// <summary>Counted from 0.</summary>
    public int Sentence { get; init; }

    /// <summary>Index into <see cref="ReadText.Clauses"/>.</summary>
    public int Clause { get; init; }

    /// <summary>What is known from where it stands.</summary>
    public TokenTraits Traits { get; init; }

    internal WordEntry Entry { get; init; }

    /// <summary>Whether the word belongs to a class of the lexicon.</summary>
    public bool Is(WordClass wordClass) => Entry.Has(wordClass.Matcher);

    internal bool Has(TokenTraits trait) => (Traits & trait) != TokenTraits.None;
}
