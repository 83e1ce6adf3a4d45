using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>The words of one step in one language. A name the program does not know for this step is a mistake of the caller's.</summary>
public sealed record StepWords
{
    /// <summary>No words at all.</summary>
    public static StepWords None { get; } = new();

    /// <summary>The question in the short form; null where it is asked as always.</summary>
    public Template? Brief { get; init; }

    /// <summary>Why this step.</summary>
    public string Why { get; init; } = "";

    /// <summary>An invented answer; null only where no words are asked, and for an extra question.</summary>
    public string? Example { get; init; }

    /// <summary>The same question in the plainest words.</summary>
    public Template Simpler { get; init; } = Template.Empty;

    /// <summary>The button that opens the form; empty where there is none.</summary>
    public string Label { get; init; } = "";

    /// <summary>The form's title; empty where there is no form.</summary>
    public string Title { get; init; } = "";

    internal ImmutableArray<Variant> Asks { get; init; } = [];

    internal FrozenDictionary<string, string> Fields { get; init; } = FrozenDictionary<string, string>.Empty;

    internal FrozenDictionary<string, string> Options { get; init; } = FrozenDictionary<string, string>.Empty;

    internal FrozenDictionary<string, PartWords> Parts { get; init; } = FrozenDictionary<string, PartWords>.Empty;

    internal FrozenDictionary<string, Template> Notes { get; init; } = FrozenDictionary<string, Template>.Empty;

    internal FrozenDictionary<string, NudgeWords> Nudges { get; init; } = FrozenDictionary<string, NudgeWords>.Empty;

    /// <summary>The question: the first variant whose tags all hold.</summary>
    public Template Ask(GuideTags tags)
    {
        foreach (var variant in Asks)
        {
            if (variant.When.Hold(tags))
            {
                return variant.Text;
            }
        }

        return Template.Empty;
    }

    /// <summary>A field's label in the form.</summary>
    public string Field(string id) => Fields.Words(id);

    /// <summary>The label of a value, a press or an offer.</summary>
    public string Option(string value) => Options.Words(value);

    /// <summary>The words of one part, for a step that is asked in parts.</summary>
    public PartWords Part(string name) => Parts.Words(name);

    /// <summary>What is said after an answer, or beside the question.</summary>
    public Template Note(string name) => Notes.Words(name);

    /// <summary>A second look at an answer.</summary>
    public NudgeWords Nudge(string name) => Nudges.Words(name);

    internal sealed record Variant(GuideTags When, Template Text);
}
