using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Messages;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>Follow-ups and later edits, by an interaction's token.</summary>
internal sealed class WebhookRoutes(DiscordState state)
{
    private const int MostOfUserInstalled = 5;
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";
    private const string Original = Webhook + "/messages/@original";
    private const string Message = Webhook + "/messages/{message_id}";

    public IEnumerable<RestRoute> Routes =>
    [
        new("POST", Webhook, NeedsToken: false, FollowUp),
        new("GET", Original, NeedsToken: false, request => Shown(OriginalOf(request))),
        new("PATCH", Original, NeedsToken: false, request => Edited(request, OriginalOf(request))),
        new("DELETE", Original, NeedsToken: false, request => Deleted(OriginalOf(request))),
        new("GET", Message, NeedsToken: false, request => Shown(MessageOf(request))),
        new("PATCH", Message, NeedsToken: false, request => Edited(request, MessageOf(request))),
        new("DELETE", Message, NeedsToken: false, request => Deleted(MessageOf(request))),
    ];

    private RestAnswer FollowUp(RestRequest request)
    {
        var interaction = Live(request);
        var form = request.Form(new FormErrors());
        if (interaction.Original is { IsDeleted: false } waiting && waiting.Flags.HasFlag(MessageFlags.Loading))
        {
            // The first follow-up after a deferred message fills it, whatever its own flags say.
            state.Edit(waiting, form, request.Files);
            return Shown(waiting);
        }

        if (interaction.IsOnlyUserInstalled && interaction.FollowUps >= MostOfUserInstalled)
        {
            throw new DiscordError(400, 40094, "This interaction has reached the maximum number of follow-up messages");
        }

        var message = state.Write(interaction.Channel, form, request.Files, new MessageOrigin(interaction));
        interaction.FollowUps++;
        return Shown(message);
    }

    private Interaction Live(RestRequest request)
    {
        if (request.Id("webhook_id") != state.Bot.Id)
        {
            throw DiscordError.UnknownWebhook();
        }

        var interaction = state.InteractionsByToken.GetValueOrDefault(request.Part("webhook_token"));
        if (interaction is null || !interaction.IsTokenAlive || interaction.HasFailed)
        {
            throw new DiscordError(401, 50027, "Invalid Webhook Token");
        }

        // Before the initial response there is nothing to follow up.
        return interaction.AcknowledgedAt is null ? throw DiscordError.UnknownWebhook() : interaction;
    }

    private StoredMessage OriginalOf(RestRequest request) =>
        Live(request).Original is { IsDeleted: false } original ? original : throw DiscordError.UnknownMessage();

    private StoredMessage MessageOf(RestRequest request)
    {
        var interaction = Live(request);
        var message = interaction.Channel.Find(request.Id("message_id"));
        return message is not null && interaction.Reaches(message) ? message : throw DiscordError.UnknownMessage();
    }

    private static RestAnswer Shown(StoredMessage message) => RestAnswer.Ok(message.ToJson());

    private RestAnswer Edited(RestRequest request, StoredMessage message)
    {
        state.Edit(message, request.Form(new FormErrors()), request.Files);
        return Shown(message);
    }

    private RestAnswer Deleted(StoredMessage message)
    {
        state.Delete(message);
        return RestAnswer.NoContent;
    }
}
