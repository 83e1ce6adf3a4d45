using System.Collections.Immutable;
using Discord;

namespace RepairBot.Discord.Http;

/// <summary>A message as Discord takes it. An edit replaces all of it: what is empty here is taken away there.</summary>
internal sealed record MessageBody
{
    /// <summary>At most 2,000 characters.</summary>
    public string Content { get; init; } = "";

    /// <summary>At most 10, with 6,000 characters over all.</summary>
    public ImmutableArray<Embed> Embeds { get; init; } = [];

    /// <summary>At most five rows; null for none.</summary>
    public MessageComponent? Components { get; init; }

    /// <summary>Such as <see cref="MessageFlags.Ephemeral"/>.</summary>
    public MessageFlags Flags { get; init; }

    /// <summary>A file that comes with it; null for none.</summary>
    public FileBody? File { get; init; }
}

/// <summary>A file of a message.</summary>
/// <param name="Name">Its name; an embed shows it as <c>attachment://name</c>.</param>
/// <param name="MediaType">Such as <c>image/gif</c>.</param>
/// <param name="Bytes">At most 10 MiB.</param>
/// <param name="Description">The words that stand for a picture, at most 1,024 characters; null for none.</param>
internal sealed record FileBody(string Name, string MediaType, ReadOnlyMemory<byte> Bytes, string? Description = null);
