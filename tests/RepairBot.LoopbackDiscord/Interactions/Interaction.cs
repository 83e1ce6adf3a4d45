using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Interactions;

/// <summary>One interaction, from the person's click to the end of its token. Changed only under the state's gate.</summary>
internal sealed class Interaction(DiscordState state, ulong id, string token, InteractionType type, UserRecord user, DiscordChannel channel)
{
    public ulong Id => id;

    public string Token => token;

    public InteractionType Type => type;

    public UserRecord User => user;

    public DiscordChannel Channel => channel;

    public required DateTimeOffset CreatedAt { get; init; }

    public required JsonObject Data { get; init; }

    /// <summary>The message the component, or the modal's opener, is on.</summary>
    public StoredMessage? Source { get; init; }

    /// <summary>What opened the modal that this submits.</summary>
    public Interaction? Opener { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public CallbackType? Callback { get; private set; }

    /// <summary>What <c>@original</c> means.</summary>
    public StoredMessage? Original { get; set; }

    /// <summary>The modal it opened.</summary>
    public JsonObject? Modal { get; set; }

    /// <summary>The last submit of that modal; once that is acknowledged the modal is closed.</summary>
    public Interaction? Submit { get; set; }

    /// <summary>Follow-ups sent; limited where only the person's own installation allows it.</summary>
    public int FollowUps { get; set; }

    /// <summary>True when neither the guild nor the bot's own direct messages with a guild's member allow it.</summary>
    public bool IsOnlyUserInstalled { get; } = channel.Guild is { } guild ? !guild.HasBot : channel.IsBetweenPeople || !state.SharesGuild(user);

    /// <summary>True once nobody will take an initial response any more, and there was none.</summary>
    public bool HasFailed => AcknowledgedAt is null && state.Now - CreatedAt > state.Options.Limits.InitialResponse;

    public bool IsTokenAlive => state.Now - CreatedAt <= state.Options.Limits.TokenLife;

    /// <summary>True for a message this token made or was pressed on.</summary>
    public bool Reaches(StoredMessage message) => message.Interaction == this || message == Original;

    public void Acknowledge(CallbackType callback)
    {
        AcknowledgedAt = state.Now;
        Callback = callback;
    }

    /// <summary>The <c>interaction_metadata</c> of a message it made.</summary>
    public JsonObject Metadata()
    {
        var json = new JsonObject
        {
            ["id"] = $"{id}",
            ["type"] = (int)type,
            ["user"] = user.Account.ToJson(),
            ["authorizing_integration_owners"] = InteractionPayload.Owners(this),
        };
        if (type is InteractionType.ApplicationCommand)
        {
            json["name"] = Data["name"]?.ToString();
            json["command_type"] = 1;
        }

        if (type is InteractionType.MessageComponent && Source is not null)
        {
            json["interacted_message_id"] = $"{Source.Id}";
        }

        if (Opener is not null)
        {
            json["triggering_interaction_metadata"] = Opener.Metadata();
        }

        return json;
    }
}
