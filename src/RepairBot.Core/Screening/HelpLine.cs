using System.Collections.Immutable;

namespace RepairBot.Core.Screening;

/// <summary>Whom a help line is for.</summary>
public enum HelpLineKind
{
    /// <summary>Thoughts of suicide or self-harm, unbearable distress.</summary>
    Crisis,

    /// <summary>Violence, threats, control, or fear of a partner or relative.</summary>
    Abuse,

    /// <summary>A person who uses violence or control, or is afraid they might.</summary>
    Abuser,

    /// <summary>Children and young people, or an adult worried about one.</summary>
    Child,
}

/// <summary>One service a person can turn to, as its source stated it.</summary>
/// <param name="Id">Stable, unique in the file.</param>
/// <param name="Kinds">One or more.</param>
/// <param name="Name">What the service calls itself, at most 60 characters.</param>
/// <param name="Contact">How to reach it, ready to show, at most 80 characters.</param>
/// <param name="Hours">Null when the source does not state them: unknown, not closed.</param>
/// <param name="Note">Whom it is for, when that is not everybody; at most 100 characters.</param>
/// <param name="Languages">ISO 639-1 codes; empty when the source does not state them.</param>
/// <param name="Source">The public page that was read.</param>
/// <param name="Checked">The day it was read, not the day the service was called.</param>
public sealed record HelpLine(
    string Id,
    ImmutableArray<HelpLineKind> Kinds,
    string Name,
    string Contact,
    string? Hours,
    string? Note,
    ImmutableArray<string> Languages,
    string Source,
    DateOnly Checked);

/// <summary>What to do in immediate danger.</summary>
/// <param name="Words">A number to dial, or, when the country is unknown, a sentence without a number.</param>
/// <param name="Source">The public page that was read.</param>
/// <param name="Checked">The day it was read.</param>
public sealed record Emergency(string Words, string Source, DateOnly Checked);

/// <summary>What a person is shown.</summary>
/// <param name="Country">The country's name in English; null when unknown, and then <paramref name="Emergency"/> holds a sentence.</param>
/// <param name="Emergency">Always shown first.</param>
/// <param name="Lines">0 to 4, in the order to show.</param>
public sealed record HelpOffer(string? Country, Emergency Emergency, ImmutableArray<HelpLine> Lines);
