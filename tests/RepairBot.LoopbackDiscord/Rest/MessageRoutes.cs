using System.Globalization;
using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Messages;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>The bot's own messages, by its token.</summary>
internal sealed class MessageRoutes(DiscordState state)
{
    private const string Messages = "/channels/{channel_id}/messages";
    private const string Message = Messages + "/{message_id}";
    private static readonly TimeSpan Old = TimeSpan.FromHours(1);
    private readonly Dictionary<ulong, Counter> oldEdits = [];

    public IEnumerable<RestRoute> Routes =>
    [
        new("GET", Messages, NeedsToken: true, List),
        new("POST", Messages, NeedsToken: true, Create),
        new("GET", Message, NeedsToken: true, request => RestAnswer.Ok(Find(request).ToJson())),
        new("PATCH", Message, NeedsToken: true, Edit),
        new("DELETE", Message, NeedsToken: true, Delete),
    ];

    private RestAnswer Create(RestRequest request)
    {
        var channel = Channel(request);
        CheckMaySend(channel);
        if (NonceWindow.First(state, channel, request) is { } earlier)
        {
            return RestAnswer.Ok(earlier.ToJson());
        }

        return RestAnswer.Ok(state.Write(channel, request.Form(new FormErrors()), request.Files, MessageOrigin.Bot).ToJson());
    }

    private RestAnswer List(RestRequest request)
    {
        var limit = request.Query("limit") is { } asked ? int.Parse(asked, NumberStyles.Integer, CultureInfo.InvariantCulture) : 50;
        if (limit is < 1 or > 100)
        {
            throw FormErrors.Single("limit", limit < 1 ? "NUMBER_TYPE_MIN" : "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
        }

        var all = Channel(request).Messages.Where(message => !message.IsEphemeral).OrderBy(message => message.Id).ToList();
        IEnumerable<StoredMessage> page = (request.QueryId("before"), request.QueryId("after"), request.QueryId("around")) switch
        {
            ({ } before, _, _) => all.Where(message => message.Id < before).TakeLast(limit),
            (_, { } after, _) => all.Where(message => message.Id > after).Take(limit),
            (_, _, { } around) => all.Skip(Math.Max(0, all.Count(message => message.Id < around) - (limit / 2))).Take(limit),
            _ => all.TakeLast(limit),
        };
        return RestAnswer.Ok(new JsonArray([.. page.OrderByDescending(message => message.Id).Select(message => message.ToJson())]));
    }

    private RestAnswer Edit(RestRequest request)
    {
        var message = Find(request);
        if (message.Author.Id != state.Bot.Id)
        {
            throw new DiscordError(403, 50005, "Cannot edit a message authored by another user");
        }

        if (state.Now - message.CreatedAt > Old && OldEditsOf(message.Channel) is var edits && !edits.TryTake())
        {
            throw new DiscordError(429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later.") { RetryAfter = edits.UntilNext };
        }

        state.Edit(message, request.Form(new FormErrors()), request.Files);
        return RestAnswer.Ok(message.ToJson());
    }

    private RestAnswer Delete(RestRequest request)
    {
        var message = Find(request);
        if (message.Author.Id != state.Bot.Id)
        {
            throw message.Channel.IsDirect
                ? new DiscordError(403, 50003, "Cannot execute action on a DM channel")
                : new DiscordError(403, 50013, "Missing Permissions");
        }

        state.Delete(message);
        return RestAnswer.NoContent;
    }

    // An ephemeral message can't be reached by the bot's token.
    private StoredMessage Find(RestRequest request) =>
        Channel(request).Find(request.Id("message_id")) is { IsEphemeral: false } message ? message : throw DiscordError.UnknownMessage();

    private DiscordChannel Channel(RestRequest request)
    {
        var channel = state.Channels.GetValueOrDefault(request.Id("channel_id")) ?? throw DiscordError.UnknownChannel();
        return channel.Guild is { HasBot: false } || channel.IsBetweenPeople ? throw new DiscordError(403, 50001, "Missing Access") : channel;
    }

    private void CheckMaySend(DiscordChannel channel)
    {
        if (channel.Guild is { BotMaySend: false })
        {
            throw new DiscordError(403, 50013, "Missing Permissions");
        }

        if (channel.Recipient is not { } recipient)
        {
            return;
        }

        var user = state.Users[recipient];
        if (user.HasBlockedBot || !user.AcceptsDirectMessages)
        {
            throw new DiscordError(403, 50007, "Cannot send messages to this user");
        }

        if (!state.SharesGuild(user))
        {
            throw new DiscordError(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
        }
    }

    private Counter OldEditsOf(DiscordChannel channel)
    {
        if (!oldEdits.TryGetValue(channel.Id, out var counter))
        {
            oldEdits[channel.Id] = counter = new Counter(state.Options.Limits.OldEdits, state.Options.Time);
        }

        return counter;
    }
}
