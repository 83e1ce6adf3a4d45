using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>One node of a guide's YAML with the line where it starts, counted from 1.</summary>
internal abstract record GuideNode
{
    private GuideNode(int line) => Line = line;

    public int Line { get; }

    /// <summary>A text, as written: no word of YAML's own (<c>yes</c>, <c>12</c>) means anything but itself.</summary>
    public sealed record Text(int At, string Value) : GuideNode(At);

    /// <summary>Keys and values, in the file's order, without doubles.</summary>
    public sealed record Map(int At, ImmutableArray<Entry> Entries) : GuideNode(At);

    /// <summary>A list.</summary>
    public sealed record List(int At, ImmutableArray<GuideNode> Items) : GuideNode(At);

    /// <summary>A key, the line it stands in, and its value.</summary>
    public sealed record Entry(string Key, int Line, GuideNode Value);
}
