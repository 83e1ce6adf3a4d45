using System.Collections.Immutable;

namespace RepairBot.Core.Repairs;

/// <summary>
/// What a step asks for, whatever the words: code owns this, a guide owns the words. A text may always be typed; where
/// <see cref="Values"/> are given, typing an option's label or value works too.
/// </summary>
public sealed record QuestionSpec
{
    /// <summary>The way an answer is given.</summary>
    public required AnswerWay Way { get; init; }

    /// <summary>Values to choose from, in order; empty for a text.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Most values to choose; 1 by default.</summary>
    public int Most { get; init; } = 1;

    /// <summary>Fields of the form; one field <c>answer</c> by default where a text is asked.</summary>
    public ImmutableArray<FieldSpec> Fields { get; init; } = [];

    /// <summary>Ways on besides the main one, as buttons: forward, and filed as the answer.</summary>
    public ImmutableArray<string> Presses { get; init; } = [];

    /// <summary>Offers beside the question: values that prefill or start an aside; they don't answer it.</summary>
    public ImmutableArray<string> Offers { get; init; } = [];

    /// <summary>May be skipped. Not so for consent and safety.</summary>
    public bool Skippable { get; init; } = true;

    /// <summary>Names of what a second look may say once before an answer is taken as it is.</summary>
    public ImmutableArray<string> Nudges { get; init; } = [];

    /// <summary>Names of what may be said after an answer, or beside the question.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Parts that are asked one after the other within the step; empty for a single question.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>True when the answer is free text.</summary>
    public bool TakesText => Way is AnswerWay.Text or AnswerWay.Form;
}

/// <summary>The way an answer is given.</summary>
public enum AnswerWay
{
    /// <summary>One of a few buttons.</summary>
    Press,

    /// <summary>One or more options of a list.</summary>
    Pick,

    /// <summary>A number from 0 to 10.</summary>
    Rating,

    /// <summary>Words: typed, or in a form with one field.</summary>
    Text,

    /// <summary>A form with several fields.</summary>
    Form,
}

/// <summary>One field of a form.</summary>
/// <param name="Id">Stable; also the key under which it is filed.</param>
/// <param name="Required">Empty is refused.</param>
public sealed record FieldSpec(string Id, bool Required);
