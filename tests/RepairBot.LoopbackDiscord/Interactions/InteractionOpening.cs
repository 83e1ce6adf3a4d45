using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Interactions;

/// <summary>A person does something: Discord makes an interaction of it and tells the bot.</summary>
internal static class InteractionOpening
{
    public static Interaction Open(
        this DiscordState state, InteractionType type, UserRecord user, DiscordChannel channel, JsonObject data, StoredMessage? source = null, Interaction? opener = null)
    {
        var id = state.Ids.Next();
        var interaction = new Interaction(state, id, $"aW50ZXJhY3Rpb24.{id}", type, user, channel)
        {
            CreatedAt = state.Now,
            Data = data,
            Source = source,
            Opener = opener,
        };
        if (opener is not null)
        {
            opener.Submit = interaction;
        }

        state.Interactions.Add(id, interaction);
        state.InteractionsByToken.Add(interaction.Token, interaction);
        state.Gateway.Dispatch(new GatewayEvent("INTERACTION_CREATE", InteractionPayload.Of(interaction, state), channel.Guild?.Id, GatewayIntents.None));
        state.Changed.Pulse();
        return interaction;
    }
}
