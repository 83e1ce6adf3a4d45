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

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public CallbackType? Callback { get; private set; }

    /// <summary>What <c>@original</c> means.</summary>
    public StoredMessage? Original { get; set; }

    /// <summary>The modal it opened.</summary>
    public JsonObject? Modal { get; set; }

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

        if (type is InteractionType.ModalSubmit)
        {
            json["triggering_interaction_metadata"] = new JsonObject
            {
                ["id"] = $"{id}",
                ["type"] = 2,
                ["user"] = user.Account.ToJson(),
                ["authorizing_integration_owners"] = InteractionPayload.Owners(this),
                ["name"] = "opener",
                ["command_type"] = 1,
            };
        }

        return json;
    }
}
