using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.State;

/// <summary>A text channel of a guild, or the direct messages between the bot and one person.</summary>
internal sealed class DiscordChannel(ulong id, DiscordState state, GuildRecord? guild, ulong? recipient)
{
    private readonly Dictionary<ulong, StoredMessage> byId = [];
    private readonly List<StoredMessage> messages = [];

    public ulong Id => id;

    /// <summary>Null in direct messages.</summary>
    public GuildRecord? Guild => guild;

    /// <summary>The person, in direct messages.</summary>
    public ulong? Recipient => recipient;

    public bool IsDirect => recipient is not null;

    /// <summary>Direct messages of people with each other, in which the bot is no member: it answers there through an interaction's token alone.</summary>
    public bool IsBetweenPeople { get; init; }

    /// <summary>Every message that stands, oldest first, ephemeral ones too.</summary>
    public IEnumerable<StoredMessage> Messages => messages.Where(message => !message.IsDeleted);

    /// <summary>Every message ever created here, deleted ones too.</summary>
    public IReadOnlyList<StoredMessage> Ever => messages;

    public void Add(StoredMessage message)
    {
        byId.Add(message.Id, message);
        messages.Add(message);
    }

    public StoredMessage? Find(ulong message) => byId.TryGetValue(message, out var found) && !found.IsDeleted ? found : null;

    public Account? AccountOf(ulong user) => state.AccountOf(user);

    /// <summary>The channel object of REST.</summary>
    public JsonObject ToJson()
    {
        var last = messages.LastOrDefault(message => !message.IsEphemeral);
        var json = new JsonObject
        {
            ["id"] = $"{id}",
            ["type"] = IsDirect ? 1 : 0,
            ["last_message_id"] = last is null ? null : $"{last.Id}",
            ["flags"] = 0,
        };
        if (recipient is { } user)
        {
            json["recipients"] = new JsonArray(state.AccountOf(user)!.ToJson());
            return json;
        }

        json["guild_id"] = $"{guild!.Id}";
        json["name"] = "general";
        json["parent_id"] = null;
        json["rate_limit_per_user"] = 0;
        json["topic"] = null;
        json["position"] = 0;
        json["permission_overwrites"] = new JsonArray();
        json["nsfw"] = false;
        return json;
    }
}
