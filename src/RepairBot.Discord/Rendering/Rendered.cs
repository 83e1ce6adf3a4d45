using System.Collections.Immutable;
using Discord;

namespace RepairBot.Discord.Rendering;

/// <summary>A message as Discord takes it, within every limit. An edit sends all of it, so that what is gone goes.</summary>
internal sealed record Rendered
{
    /// <summary>A message that is to be deleted, or not shown at all.</summary>
    public static Rendered Gone { get; } = new() { IsGone = true, Content = "" };

    /// <summary>Markdown of 1–2,000 characters; empty only when gone. In a ping it is neutral, since previews show it.</summary>
    public required string Content { get; init; }

    /// <summary>At most one embed, of at most 6,000 characters in all.</summary>
    public ImmutableArray<Embed> Embeds { get; init; } = [];

    /// <summary>At most five rows; without rows an edit takes the old ones away.</summary>
    public MessageComponent Components { get; init; } = new ComponentBuilder().Build();

    /// <summary>A picture or a file; null takes away what was attached.</summary>
    public RenderedFile? File { get; init; }

    /// <summary>The message is to be deleted, or never sent.</summary>
    public bool IsGone { get; init; }
}

/// <summary>A file to send.</summary>
/// <param name="Name">With its extension.</param>
/// <param name="MediaType">Such as <c>image/gif</c>.</param>
/// <param name="Alt">Words that stand for a picture, at most 1,024 characters; null for a file to keep.</param>
/// <param name="Content">At most 10 MiB.</param>
internal sealed record RenderedFile(string Name, string MediaType, string? Alt, ReadOnlyMemory<byte> Content)
{
    /// <summary>What Discord takes without anybody paying, in bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;
}
