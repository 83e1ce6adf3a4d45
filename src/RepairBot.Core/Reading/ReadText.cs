using System.Collections.Immutable;

namespace RepairBot.Core.Reading;

/// <summary>A text after reading: its words in plain spelling and its clauses. Immutable.</summary>
public sealed class ReadText
{
    internal ReadText(string text, Token[] tokens, Clause[] clauses)
    {
        Text = text;
        Tokens = ImmutableArray.Create(tokens);
        Clauses = ImmutableArray.Create(clauses);
    }

    /// <summary>The text as written.</summary>
    public string Text { get; }

    /// <summary>Its words in order.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Its clauses in order; they cover all tokens without overlap.</summary>
    public ImmutableArray<Clause> Clauses { get; }

    /// <summary>The stretch of the text from one token to another.</summary>
    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index after the last token; more than <paramref name="first"/>.</param>
    public TextSpan Span(int first, int end)
    {
        var start = Tokens[first].Span.Start;
        var last = Tokens[end - 1].Span;
        return new TextSpan(start, last.Start + last.Length - start);
    }

    /// <summary>Whether two tokens stand in the same sentence.</summary>
    public bool SameSentence(int a, int b) => Tokens[a].Sentence == Tokens[b].Sentence;
}
