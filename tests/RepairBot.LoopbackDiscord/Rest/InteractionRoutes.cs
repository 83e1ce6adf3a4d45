using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Messages;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>The one initial response to an interaction.</summary>
internal sealed class InteractionRoutes(DiscordState state)
{
    public IEnumerable<RestRoute> Routes =>
    [
        new("POST", "/interactions/{interaction_id}/{interaction_token}/callback", NeedsToken: false, Respond),
    ];

    private RestAnswer Respond(RestRequest request)
    {
        var interaction = Waiting(request);
        var form = request.Form(new FormErrors());
        var type = CallbackRules.TypeOf(form, interaction);
        var data = form.Child("data");
        switch (type)
        {
            case CallbackType.Message:
                interaction.Original = state.Write(interaction.Channel, data ?? Empty(form), request.Files, new MessageOrigin(interaction));
                break;
            case CallbackType.DeferredMessage:
                interaction.Original = state.WriteThinking(interaction, CallbackRules.IsEphemeral(form, data));
                break;
            case CallbackType.DeferredUpdate:
                interaction.Original = interaction.Source;
                break;
            case CallbackType.UpdateMessage:
                Update(interaction, data, request);
                break;
            case CallbackType.Modal:
                interaction.Modal = CallbackRules.Modal(form, data);
                break;
            case CallbackType.AutocompleteResult:
                CallbackRules.CheckChoices(form, data);
                break;
            case CallbackType.Pong:
                break;
        }

        interaction.Acknowledge(type);
        interaction.User.Sight.Pulse();
        state.Changed.Pulse();
        return request.QueryFlag("with_response") ? RestAnswer.Ok(WithResponse(interaction, type)) : RestAnswer.NoContent;
    }

    private Interaction Waiting(RestRequest request)
    {
        var interaction = state.Interactions.GetValueOrDefault(request.Id("interaction_id"));
        if (interaction is null || interaction.Token != request.Part("interaction_token") || interaction.HasFailed)
        {
            throw DiscordError.UnknownInteraction();
        }

        return interaction.AcknowledgedAt is null
            ? interaction
            : throw new DiscordError(400, 40060, "Interaction has already been acknowledged.");
    }

    private void Update(Interaction interaction, Form? data, RestRequest request)
    {
        if (state.Channels[interaction.Channel.Id].Find(interaction.Source!.Id) is null)
        {
            throw DiscordError.UnknownMessage();
        }

        interaction.Original = interaction.Source;
        if (data is { } changes)
        {
            state.Edit(interaction.Source, changes, request.Files);
        }
    }

    private static Form Empty(Form form) => new([], "data", form.Errors);

    private static JsonObject WithResponse(Interaction interaction, CallbackType type)
    {
        var described = new JsonObject { ["id"] = $"{interaction.Id}", ["type"] = (int)interaction.Type, ["channel_id"] = $"{interaction.Channel.Id}" };
        if (interaction.Channel.Guild is { } guild)
        {
            described["guild_id"] = $"{guild.Id}";
        }

        var answer = new JsonObject { ["interaction"] = described };
        if (interaction.Original is { } message)
        {
            described["response_message_id"] = $"{message.Id}";
            described["response_message_loading"] = message.Flags.HasFlag(MessageFlags.Loading);
            described["response_message_ephemeral"] = message.IsEphemeral;
            if (type is CallbackType.Message or CallbackType.UpdateMessage or CallbackType.DeferredMessage)
            {
                answer["resource"] = new JsonObject { ["type"] = (int)type, ["message"] = message.ToJson() };
            }
        }

        return answer;
    }
}
