using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Messages;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>Where a message stands.</summary>
public enum ShownWhere
{
    /// <summary>In the direct messages with the bot, for good.</summary>
    Direct,

    /// <summary>Ephemeral: "only you can see this".</summary>
    OnlyYou,

    /// <summary>In a guild's channel, for all.</summary>
    Public,
}

/// <summary>A message as it stands on a person's screen at one moment.</summary>
public sealed record ShownMessage
{
    public required ulong Id { get; init; }

    public required ulong ChannelId { get; init; }

    public required ShownWhere Where { get; init; }

    /// <summary>False for what the person typed themselves.</summary>
    public required bool IsFromBot { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset? EditedAt { get; init; }

    /// <summary>"Thinking": a deferred message that has not been filled yet.</summary>
    public required bool IsThinking { get; init; }

    public required string Content { get; init; }

    public required IReadOnlyList<ShownEmbed> Embeds { get; init; }

    public required IReadOnlyList<ShownFile> Files { get; init; }

    /// <summary>Rows of buttons and menus, in order.</summary>
    public required IReadOnlyList<IReadOnlyList<ShownComponent>> Rows { get; init; }

    /// <summary>The texts of Components V2, in order.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>Whom it pings, by id.</summary>
    public required IReadOnlySet<ulong> Pinged { get; init; }

    public required bool PingsEveryone { get; init; }

    /// <summary>The message object itself.</summary>
    public required JsonObject Json { get; init; }

    public IEnumerable<ShownComponent> Components => Rows.SelectMany(row => row);

    public IEnumerable<ShownButton> Buttons => Components.OfType<ShownButton>();

    public IEnumerable<ShownSelect> Selects => Components.OfType<ShownSelect>();

    /// <summary>The button of that label or custom id.</summary>
    /// <exception cref="NotPossibleException">There is none.</exception>
    public ShownButton Button(string labelOrId) =>
        Buttons.FirstOrDefault(button => button.Label == labelOrId || button.CustomId == labelOrId) ?? throw new NotPossibleException($"There is no button {labelOrId}.");

    /// <summary>The menu of that placeholder or custom id; the only one when not named.</summary>
    /// <exception cref="NotPossibleException">There is none.</exception>
    public ShownSelect Select(string? placeholderOrId = null) =>
        Selects.FirstOrDefault(select => placeholderOrId is null || select.Placeholder == placeholderOrId || select.CustomId == placeholderOrId)
        ?? throw new NotPossibleException($"There is no menu {placeholderOrId}.");

    internal static ShownMessage Of(StoredMessage message) => message.Shown ??= Make(message);

    private static ShownMessage Make(StoredMessage message)
    {
        var json = message.ToJson();
        var all = ComponentJson.All(message.Components).ToList();
        return new ShownMessage
        {
            Id = message.Id,
            ChannelId = message.Channel.Id,
            Where = message.IsEphemeral ? ShownWhere.OnlyYou : message.Channel.IsDirect ? ShownWhere.Direct : ShownWhere.Public,
            IsFromBot = message.Author.IsBot,
            At = message.CreatedAt,
            EditedAt = message.EditedAt,
            IsThinking = message.Flags.HasFlag(MessageFlags.Loading),
            Content = message.Content,
            Embeds = [.. message.Embeds.OfType<JsonObject>().Select(ShownEmbed.Of)],
            Files = [.. message.Attachments.Select(file => new ShownFile(file.FileName, file.ContentType, file.Description, file.Bytes))],
            Rows = [.. all.Where(component => (int)component["type"]! == (int)ComponentType.ActionRow).Select(RowOf)],
            Texts = [.. all.Where(component => (int)component["type"]! == (int)ComponentType.TextDisplay).Select(text => text["content"]!.ToString())],
            Pinged = message.Pinged.ToHashSet(),
            PingsEveryone = message.PingsEveryone,
            Json = json,
        };
    }

    private static IReadOnlyList<ShownComponent> RowOf(JsonObject row) => [.. ((JsonArray)row["components"]!).OfType<JsonObject>().Select(ShownComponent.Of)];
}

/// <summary>A file on a message.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Description">The alternative text.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record ShownFile(string Name, string ContentType, string? Description, IReadOnlyList<byte> Bytes);
