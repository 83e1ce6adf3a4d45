using System.Globalization;
using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.LoopbackDiscord.State;

/// <summary>A message as Discord keeps it. Changed only under the state's gate.</summary>
internal sealed class StoredMessage
{
    public required ulong Id { get; init; }

    public required DiscordChannel Channel { get; init; }

    public required Account Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The only person who sees it, when it is ephemeral.</summary>
    public ulong? OnlyFor { get; init; }

    /// <summary>The interaction whose token made it.</summary>
    public Interaction? Interaction { get; init; }

    /// <summary>The message it replies to, as a response to a component does.</summary>
    public ulong? RepliesTo { get; init; }

    public JsonNode? Nonce { get; init; }

    public string Content { get; set; } = "";

    public JsonArray Embeds { get; set; } = [];

    public JsonArray Components { get; set; } = [];

    public List<StoredAttachment> Attachments { get; set; } = [];

    public MessageFlags Flags { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>How it looks, made once after each change: many may be waiting for something and look again and again.</summary>
    public ShownMessage? Shown { get; set; }

    /// <summary>Who is pinged by it, by what it may mention.</summary>
    public HashSet<ulong> Pinged { get; set; } = [];

    public bool PingsEveryone { get; set; }

    public bool IsEphemeral => Flags.HasFlag(MessageFlags.Ephemeral);

    /// <summary>The message object.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = $"{Id}",
            ["channel_id"] = $"{Channel.Id}",
            ["type"] = MessageType,
            ["author"] = Author.ToJson(),
            ["content"] = Content,
            ["timestamp"] = Instant(CreatedAt),
            ["edited_timestamp"] = EditedAt is { } edited ? Instant(edited) : null,
            ["tts"] = false,
            ["mention_everyone"] = PingsEveryone,
            ["mentions"] = new JsonArray([.. Pinged.Select(Channel.AccountOf).OfType<Account>().Select(account => account.ToJson())]),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = new JsonArray([.. Attachments.Select(file => file.ToJson())]),
            ["embeds"] = Embeds.DeepClone(),
            ["components"] = Components.DeepClone(),
            ["pinned"] = false,
            ["flags"] = (int)Flags,
        };
        AddOrigin(json);
        return json;
    }

    private int MessageType => (RepliesTo, Interaction?.Type) switch
    {
        (not null, _) => 19,
        (_, InteractionType.ApplicationCommand) => 20,
        _ => 0,
    };

    private void AddOrigin(JsonObject json)
    {
        if (Nonce is not null)
        {
            json["nonce"] = Nonce.DeepClone();
        }

        if (Interaction is not null)
        {
            json["application_id"] = $"{Author.Id}";
            json["webhook_id"] = $"{Author.Id}";
            json["interaction_metadata"] = Interaction.Metadata();
        }

        if (RepliesTo is { } original)
        {
            json["message_reference"] = new JsonObject { ["type"] = 0, ["channel_id"] = $"{Channel.Id}", ["message_id"] = $"{original}" };
        }
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture);
}
