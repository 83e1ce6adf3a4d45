using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>Channels: opening direct messages, looking at one, typing.</summary>
internal sealed class ChannelRoutes(DiscordState state)
{
    public IEnumerable<RestRoute> Routes =>
    [
        new("POST", "/users/@me/channels", NeedsToken: true, OpenDirect),
        new("GET", "/channels/{channel_id}", NeedsToken: true, request => RestAnswer.Ok(Find(request).ToJson())),
        new("POST", "/channels/{channel_id}/typing", NeedsToken: true, Typing),
    ];

    private RestAnswer OpenDirect(RestRequest request)
    {
        var form = request.Form(new FormErrors());
        var recipient = form.Json["recipient_id"]?.ToString();
        if (recipient is null)
        {
            throw FormErrors.Single("recipient_id", "BASE_TYPE_REQUIRED", "This field is required");
        }

        if (!ulong.TryParse(recipient, out var id) || id == state.Bot.Id)
        {
            throw new DiscordError(400, 50033, "Invalid Recipient(s)");
        }

        var user = state.Users.GetValueOrDefault(id) ?? throw new DiscordError(404, 10013, "Unknown User");
        if (user.Direct is null && !state.NewDirectMessages.TryTake())
        {
            throw new DiscordError(403, 40003, "You are opening direct messages too fast");
        }

        return RestAnswer.Ok(state.DirectWith(user).ToJson());
    }

    private RestAnswer Typing(RestRequest request)
    {
        Find(request);
        return RestAnswer.NoContent;
    }

    private DiscordChannel Find(RestRequest request) =>
        state.Channels.GetValueOrDefault(request.Id("channel_id")) ?? throw DiscordError.UnknownChannel();
}
