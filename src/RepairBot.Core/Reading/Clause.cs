namespace RepairBot.Core.Reading;

/// <summary>Who a clause is about.</summary>
public enum Person
{
    /// <summary>No subject was found.</summary>
    None,

    /// <summary>The writer: I.</summary>
    First,

    /// <summary>The writer and others: we.</summary>
    FirstPlural,

    /// <summary>The reader: you.</summary>
    Second,

    /// <summary>Anybody or anything else.</summary>
    Third,
}

/// <summary>When a clause takes place.</summary>
public enum Tense
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>Simple past or past perfect.</summary>
    Past,

    /// <summary>Have done.</summary>
    Perfect,

    /// <summary>Now, or as a rule.</summary>
    Present,

    /// <summary>Will, going to.</summary>
    Future,

    /// <summary>Would, could, should, might.</summary>
    Modal,
}

/// <summary>A stretch of words around one verb.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Subject">Who it is about.</param>
/// <param name="Tense">When it takes place.</param>
/// <param name="Negated">Whether its verb is denied.</param>
/// <param name="Conditional">Whether it stands under an "if".</param>
/// <param name="Lead">The joining word that opens it, or null.</param>
public readonly record struct Clause(
    int First, int End, Person Subject, Tense Tense, bool Negated, bool Conditional, string? Lead);
