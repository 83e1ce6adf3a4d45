using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>What a text's placeholder stands for: one field of <see cref="Fillings"/>.</summary>
internal enum Placeholder
{
    Who,
    They,
    Their,
    Minutes,
    Until,
    From,
    To,
    Word,
    Phase,
    Step,
    Number,
    Total,
    Date,
    Operator,
}

/// <summary>The names of placeholders and what fills them.</summary>
internal static class Placeholders
{
    private static readonly FrozenDictionary<string, Placeholder> ByName =
        Enum.GetValues<Placeholder>().ToFrozenDictionary(placeholder => placeholder.ToString().ToLowerInvariant());

    /// <summary>All names, in alphabetical order.</summary>
    public static ImmutableArray<string> All { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    public static Placeholder? Named(string name) => ByName.TryGetValue(name, out var placeholder) ? placeholder : null;

    public static string Of(this Placeholder placeholder, in Fillings values) => placeholder switch
    {
        Placeholder.Who => values.Who,
        Placeholder.They => values.They,
        Placeholder.Their => values.Their,
        Placeholder.Minutes => values.Minutes,
        Placeholder.Until => values.Until,
        Placeholder.From => values.From,
        Placeholder.To => values.To,
        Placeholder.Word => values.Word,
        Placeholder.Phase => values.Phase,
        Placeholder.Step => values.Step,
        Placeholder.Number => values.Number,
        Placeholder.Total => values.Total,
        Placeholder.Date => values.Date,
        Placeholder.Operator => values.Operator,
    } ?? "";

    /// <summary>A name or a pronoun takes a capital where a sentence starts; a number, a date or the host's own spelling is left alone.</summary>
    public static bool TakesCapital(this Placeholder placeholder) =>
        placeholder is Placeholder.Who or Placeholder.They or Placeholder.Their;
}
