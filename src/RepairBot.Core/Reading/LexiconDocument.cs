namespace RepairBot.Core.Reading;

/// <summary>One lexicon file as written.</summary>
internal sealed class LexiconDocument
{
    /// <summary>"written = plain words", or "written = plain words before a|b" when it depends on the next word.</summary>
    public List<string> Spellings { get; set; } = [];

    /// <summary>
    /// Whether slips are mended in short words and in what looks like an ordinary form too. Any file of a lexicon can ask for it; it
    /// needs a long list of <see cref="Words"/>.
    /// </summary>
    public bool Keen { get; set; }

    /// <summary>Ordinary words that no typing slip should be mended away from.</summary>
    public string Words { get; set; } = "";

    /// <summary>Irregular verbs: plain, past, participle.</summary>
    public List<string> Verbs { get; set; } = [];

    /// <summary>Plain forms of verbs that go by the rules of spelling.</summary>
    public string Regular { get; set; } = "";

    public Dictionary<string, ClassEntry> Classes { get; set; } = [];

    /// <summary>Rows of a pattern by name; "{name}" in a rule stands for "( row )".</summary>
    public Dictionary<string, string> Phrases { get; set; } = [];

    public List<RuleEntry> Rules { get; set; } = [];
}

internal sealed class ClassEntry
{
    public string? Words { get; set; }

    /// <summary>The form that "~verb" stands for in this class; without it all forms.</summary>
    public string? Form { get; set; }

    /// <summary>A text that holds a word of the class.</summary>
    public string? Catch { get; set; }

    /// <summary>A text that holds none.</summary>
    public string? Leave { get; set; }
}

internal sealed class RuleEntry
{
    public string Id { get; set; } = "";

    public string Kind { get; set; } = "";

    public List<string> Match { get; set; } = [];

    /// <summary>Patterns near which the rule keeps silent: same sentence, from 8 words before to 12 after.</summary>
    public List<string> Unless { get; set; } = [];

    /// <summary>Patterns one of which must stand in the same neighbourhood.</summary>
    public List<string> With { get; set; } = [];

    /// <summary>Patterns that silence the rule anywhere in the text.</summary>
    public List<string> UnlessText { get; set; } = [];

    /// <summary>Patterns one of which must stand somewhere in the text.</summary>
    public List<string> WithText { get; set; } = [];

    /// <summary>Whether the rule also reads what is quoted from somebody.</summary>
    public bool Quoted { get; set; }

    /// <summary>A word for the reader of the rules, such as a direction.</summary>
    public string? Tag { get; set; }

    public string Catch { get; set; } = "";

    public string Leave { get; set; } = "";
}
