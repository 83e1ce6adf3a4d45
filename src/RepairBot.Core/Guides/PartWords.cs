using System.Collections.Frozen;

namespace RepairBot.Core.Guides;

/// <summary>The words of one part of a step that is asked in parts.</summary>
public sealed record PartWords
{
    /// <summary>The question.</summary>
    public Template Ask { get; init; } = Template.Empty;

    /// <summary>The button that opens the form.</summary>
    public string Label { get; init; } = "";

    /// <summary>The form's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>An invented answer.</summary>
    public string? Example { get; init; }

    /// <summary>The same question in the plainest words.</summary>
    public Template Simpler { get; init; } = Template.Empty;

    internal FrozenDictionary<string, string> Fields { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>A field's label in the form.</summary>
    public string Field(string id) => Fields.Words(id);
}
