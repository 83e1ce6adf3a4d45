using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Messages;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>
/// A person at their Discord client: sees what they would see, and can do only what the client lets them do. Anything else is
/// <see cref="Forge"/>'s.
/// </summary>
public sealed class LoopbackUser
{
    private readonly DiscordState state;
    private readonly UserRecord record;

    internal LoopbackUser(DiscordState state, UserRecord record)
    {
        this.state = state;
        this.record = record;
    }

    /// <summary>How long a wait lasts when nothing else is said, in real time.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    public ulong Id => record.Id;

    public string Name => record.Account.Name;

    /// <summary>The language of their client.</summary>
    public string Locale
    {
        get => Locked(() => record.Locale);
        set => Locked(() => record.Locale = value);
    }

    /// <summary>False refuses direct messages from people who only share a guild: 50007.</summary>
    public bool AcceptsDirectMessages
    {
        get => Locked(() => record.AcceptsDirectMessages);
        set => Locked(() => record.AcceptsDirectMessages = value);
    }

    /// <summary>True refuses everything from the bot: 50007.</summary>
    public bool HasBlockedBot
    {
        get => Locked(() => record.HasBlockedBot);
        set => Locked(() => record.HasBlockedBot = value);
    }

    /// <summary>True when they added the app to their own account.</summary>
    public bool HasInstalledApp
    {
        get => Locked(() => record.HasInstalledApp);
        set => Locked(() => record.HasInstalledApp = value);
    }

    /// <summary>Everything in sight, oldest first: direct messages, ephemeral ones, and what is public in their guilds.</summary>
    public IReadOnlyList<ShownMessage> Sees => Locked(() => Visible().OrderBy(message => message.Id).Select(ShownMessage.Of).ToList());

    /// <summary>The direct messages with the bot, oldest first.</summary>
    public IReadOnlyList<ShownMessage> Direct => [.. Sees.Where(message => message.Where is ShownWhere.Direct)];

    /// <summary>Ephemeral messages to this person, oldest first.</summary>
    public IReadOnlyList<ShownMessage> Ephemeral => [.. Sees.Where(message => message.Where is ShownWhere.OnlyYou)];

    /// <summary>The id of the direct messages with the bot; null while nobody opened them.</summary>
    public ulong? DirectChannelId => Locked(() => record.Direct?.Id);

    public void Join(LoopbackGuild guild) => Locked(() => guild.Record.Members.Add(Id));

    public void Leave(LoopbackGuild guild) => Locked(() => guild.Record.Members.Remove(Id));

    /// <summary>Runs a slash command in a guild's channel.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="command">The name, with subcommands after blanks: <c>repair start</c>.</param>
    /// <param name="options">The options by name.</param>
    /// <exception cref="NotPossibleException">The client offers no such command there, or an option is not as it must be.</exception>
    public UserInteraction Run(LoopbackGuild guild, string command, params (string Name, object Value)[] options) => Locked(() =>
    {
        Require(guild.Record.Members.Contains(Id), "This person is not in that guild.");
        Require(guild.Record.HasBot || record.HasInstalledApp, "The bot is neither in that guild nor added to this account.");
        return Opened(InteractionType.ApplicationCommand, guild.Record.General, SlashCommand.Data(state, guild.Id, !guild.Record.HasBot, command, options, record.Locale));
    });

    /// <summary>Runs a slash command in the direct messages with the bot.</summary>
    public UserInteraction RunInDirect(string command, params (string Name, object Value)[] options) => Locked(() =>
    {
        Require(record.HasInstalledApp || state.SharesGuild(record), "Without a shared guild the bot's commands are not offered here.");
        return Opened(InteractionType.ApplicationCommand, state.DirectWith(record), SlashCommand.Data(state, guild: null, !state.SharesGuild(record), command, options, record.Locale));
    });

    /// <summary>Presses a button, named by its label or custom id, on a message in sight.</summary>
    public UserInteraction Press(ShownMessage message, string button) => Press(message, Current(message).Button(button));

    /// <summary>Presses a button on the newest message in sight that has it.</summary>
    public UserInteraction Press(string button)
    {
        var message = Sees.LastOrDefault(shown => shown.Buttons.Any(on => !on.IsDisabled && (on.Label == button || on.CustomId == button)));
        return message is null ? throw new NotPossibleException($"No message has a button {button}.") : Press(message, button);
    }

    public UserInteraction Press(ShownMessage message, ShownButton button) => Locked(() =>
    {
        var source = Source(message, button);
        Require(button.CustomId is not null, "A link tells the bot nothing.");
        return Opened(InteractionType.MessageComponent, source.Channel, ComponentPress.Data(ComponentType.Button, button.CustomId!, source, []), source);
    });

    /// <summary>Chooses from the only menu of a message; values or labels.</summary>
    public UserInteraction Choose(ShownMessage message, params string[] values) => Choose(message, Current(message).Select(), values);

    /// <summary>Chooses from a menu; values or labels of its options, or ids where people, roles or channels are chosen.</summary>
    public UserInteraction Choose(ShownMessage message, ShownSelect select, params string[] values) => Locked(() =>
    {
        var source = Source(message, select);
        Require(values.Length >= select.Min && values.Length <= select.Max, $"Between {select.Min} and {select.Max} must be chosen.");
        var chosen = values.Select(value => ValueOf(select, value)).ToList();
        return Opened(InteractionType.MessageComponent, source.Channel, ComponentPress.Data(select.Type, select.CustomId!, source, chosen), source);
    });

    /// <summary>Sends a form that an interaction opened. Boxes not named keep what stands in them.</summary>
    /// <param name="opener">What opened it.</param>
    /// <param name="values">What to write, by custom id or label of the box; in menus and groups the values.</param>
    public UserInteraction Submit(UserInteraction opener, params (string Box, object Value)[] values) => Locked(() =>
    {
        var modal = opener.Modal ?? throw new NotPossibleException("No form is open.");
        var opened = opener.Record;
        Require(opened.User == record, "This form is somebody else's.");
        Require(opened.Submit?.AcknowledgedAt is null, "This form was sent and is closed.");
        var source = opened.Source is { IsDeleted: false } standing ? standing : null;
        return Opened(InteractionType.ModalSubmit, opened.Channel, ModalFilling.Fill(modal, values), source, opened);
    });

    /// <summary>Types a direct message to the bot.</summary>
    public ShownMessage Type(string text) => Locked(() =>
    {
        Require(text.Trim().Length > 0 && Lengths.Of(text) <= 2000, "A message has 1 to 2000 characters.");
        Require(!record.HasBlockedBot, "Nobody writes to whom they block.");
        var message = new StoredMessage
        {
            Id = state.Ids.Next(),
            Channel = state.DirectWith(record),
            Author = record.Account,
            CreatedAt = state.Now,
            Content = text.Trim(),
        };
        state.Publish(message);
        return ShownMessage.Of(message);
    });

    /// <summary>Sends a picture without a word.</summary>
    public ShownMessage SendPicture() => Locked(() =>
    {
        var message = new StoredMessage { Id = state.Ids.Next(), Channel = state.DirectWith(record), Author = record.Account, CreatedAt = state.Now };
        state.Publish(message);
        return ShownMessage.Of(message);
    });

    /// <summary>Edits a message of their own.</summary>
    public void Edit(ShownMessage message, string text) => Locked(() =>
    {
        var own = Own(message);
        own.Content = text.Trim();
        own.EditedAt = state.Now;
        state.Announce(own, "MESSAGE_UPDATE");
    });

    /// <summary>Deletes a message of their own.</summary>
    public void Delete(ShownMessage message) => Locked(() => state.Delete(Own(message)));

    /// <summary>Waits for a message in sight; the newest that fits.</summary>
    /// <exception cref="TimeoutException">None came in that real time, 30 s when none is given.</exception>
    public Task<ShownMessage> WaitForAsync(Func<ShownMessage, bool> fits, TimeSpan? timeout = null) =>
        record.Sight.WaitForAsync(() => Sees.LastOrDefault(fits), timeout ?? Patience, $"such message for {Name}");

    /// <summary>The message as it stands now.</summary>
    /// <exception cref="NotPossibleException">It is gone.</exception>
    public ShownMessage Current(ShownMessage message) => Locked(() => ShownMessage.Of(InSight(message)));

    internal UserRecord Record => record;

    private UserInteraction Opened(InteractionType type, DiscordChannel channel, JsonObject data, StoredMessage? source = null, Interaction? opener = null) =>
        new(state, state.Open(type, record, channel, data, source, opener));

    private IEnumerable<StoredMessage> Visible() =>
        (record.Direct?.Messages ?? []).Concat(state.Guilds.Values.Where(guild => guild.Members.Contains(Id)).SelectMany(guild => guild.General.Messages))
        .Where(message => message.OnlyFor is null || message.OnlyFor == Id);

    private StoredMessage InSight(ShownMessage message) =>
        Visible().FirstOrDefault(stored => stored.Id == message.Id) ?? throw new NotPossibleException("That message is not in sight.");

    private StoredMessage Source(ShownMessage message, ShownComponent component)
    {
        var source = InSight(message);
        var shown = ShownMessage.Of(source).Components.FirstOrDefault(on => on.CustomId == component.CustomId);
        Require(shown is not null, "That message has it no more.");
        Require(!shown!.IsDisabled, "It is disabled.");
        return source;
    }

    private StoredMessage Own(ShownMessage message)
    {
        var stored = InSight(message);
        Require(stored.Author.Id == Id, "That message is not theirs.");
        return stored;
    }

    private static string ValueOf(ShownSelect select, string value) => select.Type is not ComponentType.StringSelect
        ? value
        : select.Options.FirstOrDefault(option => option.Value == value || option.Label == value)?.Value ?? throw new NotPossibleException($"The menu has no {value}.");

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new NotPossibleException(otherwise);
        }
    }

    private T Locked<T>(Func<T> act)
    {
        lock (state.Gate)
        {
            return act();
        }
    }

    private void Locked(Action act)
    {
        lock (state.Gate)
        {
            act();
        }
    }
}
