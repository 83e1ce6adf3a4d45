namespace RepairBot.Core.Reading;

/// <summary>A reviewed rule: patterns, where they count, and two texts that prove it.</summary>
public sealed class Rule
{
    internal Rule(RuleEntry entry, int index, Func<List<string>, IReadOnlyList<Pattern>> patterns)
    {
        (Id, Kind, Tag, Catch, Leave) = (entry.Id, entry.Kind, entry.Tag, entry.Catch, entry.Leave);
        Index = index;
        Quoted = entry.Quoted;
        Match = patterns(entry.Match);
        Unless = patterns(entry.Unless);
        With = patterns(entry.With);
        UnlessText = patterns(entry.UnlessText);
        WithText = patterns(entry.WithText);
    }

    /// <summary>Stable name, unique within its lexicon.</summary>
    public string Id { get; }

    /// <summary>What it finds, in the words of the reader that uses it.</summary>
    public string Kind { get; }

    /// <summary>What else the reader of the rules wants to know, or null.</summary>
    public string? Tag { get; }

    /// <summary>A text the rule must find something in.</summary>
    public string Catch { get; }

    /// <summary>A text in which nothing of this kind may be found.</summary>
    public string Leave { get; }

    internal int Index { get; }

    internal bool Quoted { get; }

    internal IReadOnlyList<Pattern> Match { get; }

    internal IReadOnlyList<Pattern> Unless { get; }

    internal IReadOnlyList<Pattern> With { get; }

    internal IReadOnlyList<Pattern> UnlessText { get; }

    internal IReadOnlyList<Pattern> WithText { get; }
}

/// <summary>Where a rule met a text.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Span">The words as written.</param>
public readonly record struct RuleMatch(Rule Rule, int First, int End, TextSpan Span);
