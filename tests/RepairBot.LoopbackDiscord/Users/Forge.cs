using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>Interactions no honest client makes: forged custom ids, somebody else's button, commands that are registered no more, boxes of any size.</summary>
public sealed class Forge
{
    private readonly DiscordState state;

    internal Forge(DiscordState state) => this.state = state;

    /// <summary>A press with any custom id, on any message, even somebody else's or none.</summary>
    public UserInteraction Press(LoopbackUser user, string customId, ShownMessage? on = null) =>
        Component(user, ComponentType.Button, customId, on, []);

    /// <summary>A choice with any values.</summary>
    public UserInteraction Choose(LoopbackUser user, string customId, ShownMessage? on, params string[] values) =>
        Component(user, ComponentType.StringSelect, customId, on, values);

    /// <summary>A form with any custom id and boxes, as if a command had opened it.</summary>
    public UserInteraction Submit(LoopbackUser user, string customId, params (string Box, string Value)[] values) => Submit(user, customId, on: null, values);

    /// <summary>The same as if a button of a message had opened it.</summary>
    public UserInteraction Submit(LoopbackUser user, string customId, ShownMessage? on, params (string Box, string Value)[] values)
    {
        var parts = values.Select((value, index) => ModalFilling.Part(isInRow: true, index, ComponentType.TextInput, value.Box, JsonValue.Create(value.Value)));
        var data = new JsonObject { ["custom_id"] = customId, ["components"] = new JsonArray([.. parts]) };
        lock (state.Gate)
        {
            // Every submit has an opener; of this one the bot never heard.
            var source = on is null ? null : state.Channels[on.ChannelId].Ever.Single(message => message.Id == on.Id);
            var channel = source?.Channel ?? state.DirectWith(user.Record);
            var unheard = new JsonObject { ["name"] = "forged" };
            var by = source is null ? InteractionType.ApplicationCommand : InteractionType.MessageComponent;
            var opener = new Interaction(state, state.Ids.Next(), "", by, user.Record, channel) { CreatedAt = state.Now, Data = unheard, Source = source };
            return new UserInteraction(state, state.Open(InteractionType.ModalSubmit, user.Record, channel, data, source, opener));
        }
    }

    /// <summary>A command that is not registered, or no more, or with other options than the registered one.</summary>
    /// <param name="user">Who runs it.</param>
    /// <param name="guild">Where; null for the direct messages.</param>
    /// <param name="name">Its name.</param>
    /// <param name="options">The options array of the payload.</param>
    public UserInteraction Command(LoopbackUser user, LoopbackGuild? guild, string name, JsonArray? options = null)
    {
        lock (state.Gate)
        {
            var data = new JsonObject { ["id"] = $"{state.Ids.Next()}", ["name"] = name, ["type"] = 1 };
            if (options is not null)
            {
                data["options"] = options;
            }

            var channel = guild?.Record.General ?? state.DirectWith(user.Record);
            return new UserInteraction(state, state.Open(InteractionType.ApplicationCommand, user.Record, channel, data));
        }
    }

    /// <summary>
    /// A command with a subcommand in a chat between two people, which only an app that one of them added to their own account can be used in.
    /// </summary>
    public UserInteraction CommandBetweenPeople(LoopbackUser user, string name, string subcommand)
    {
        lock (state.Gate)
        {
            user.Record.HasInstalledApp = true;
            var option = new JsonObject { ["name"] = subcommand, ["type"] = 1, ["options"] = new JsonArray() };
            var data = new JsonObject { ["id"] = $"{state.Ids.Next()}", ["name"] = name, ["type"] = 1, ["options"] = new JsonArray(option) };
            var chat = new DiscordChannel(state.Ids.Next(), state, guild: null, user.Id) { IsBetweenPeople = true };
            state.Channels.Add(chat.Id, chat);
            return new UserInteraction(state, state.Open(InteractionType.ApplicationCommand, user.Record, chat, data));
        }
    }

    private UserInteraction Component(LoopbackUser user, ComponentType type, string customId, ShownMessage? on, IReadOnlyList<string> values)
    {
        lock (state.Gate)
        {
            var source = on is null ? null : state.Channels[on.ChannelId].Ever.Single(message => message.Id == on.Id);
            return Open(InteractionType.MessageComponent, user, source, ComponentPress.Data(type, customId, source, values));
        }
    }

    private UserInteraction Open(InteractionType type, LoopbackUser user, StoredMessage? source, JsonObject data)
    {
        lock (state.Gate)
        {
            return new UserInteraction(state, state.Open(type, user.Record, source?.Channel ?? state.DirectWith(user.Record), data, source));
        }
    }
}
