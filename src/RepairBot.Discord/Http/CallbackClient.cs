using System.Globalization;
using System.Text.Json;
using Discord;

namespace RepairBot.Discord.Http;

/// <summary>How answering an interaction ended.</summary>
internal enum CallbackResult
{
    /// <summary>It is on its way to the person's screen.</summary>
    Done,

    /// <summary>The interaction has its first answer already; this one changed nothing.</summary>
    AlreadyAnswered,

    /// <summary>The interaction's time is over, or its message is gone.</summary>
    TooLate,

    /// <summary>Discord refused it, or nobody can say whether it was done.</summary>
    Failed,
}

/// <summary>How showing a message by an interaction ended.</summary>
/// <param name="Result">How.</param>
/// <param name="Message">Discord's id of the message; null unless it was done.</param>
internal readonly record struct CallbackShown(CallbackResult Result, ulong? Message);

/// <summary>
/// Answers interactions over connections of their own, so that nothing else the bot sends can hold an answer up. A first answer is tried
/// until Discord has it or its three seconds are over; doing it twice is harmless, since Discord takes only one. May be used from many threads.
/// </summary>
/// <param name="rest">Reaches Discord without a bot token.</param>
/// <param name="time">The time.</param>
internal sealed class CallbackClient(DiscordRest rest, TimeProvider time)
{
    // Discord forgets an unanswered interaction after three seconds; the way there takes some of it.
    private static readonly TimeSpan ToAnswer = TimeSpan.FromSeconds(2.8);
    private static readonly TimeSpan ToTry = TimeSpan.FromSeconds(0.9);
    private static readonly TimeSpan ToEdit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ToTryEdit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongerPause = TimeSpan.FromSeconds(1);

    private const int Reply = 4;
    private const int Deferred = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int OpenModal = 9;

    /// <summary>"Thinking": the answer follows as an edit of the original.</summary>
    /// <param name="interaction">What is answered.</param>
    /// <param name="ephemeral">Only the person sees it. It can't be changed later.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<CallbackResult> DeferAsync(InteractionRef interaction, bool ephemeral, CancellationToken cancellationToken) =>
        AnswerAsync(interaction, () => Payload.Json(json =>
        {
            json.WriteNumber("type", Deferred);
            if (ephemeral)
            {
                json.WriteStartObject("data");
                json.WriteNumber("flags", (int)MessageFlags.Ephemeral);
                json.WriteEndObject();
            }
        }), cancellationToken);

    /// <summary>Acknowledges a press silently.</summary>
    public Task<CallbackResult> DeferUpdateAsync(InteractionRef interaction, CancellationToken cancellationToken) =>
        AnswerAsync(interaction, () => Payload.Json(json => json.WriteNumber("type", DeferredUpdate)), cancellationToken);

    /// <summary>Opens a form. Not possible as the answer to a form.</summary>
    public Task<CallbackResult> OpenAsync(InteractionRef interaction, Modal modal, CancellationToken cancellationToken) =>
        AnswerAsync(interaction, () => Payload.Json(json =>
        {
            json.WriteNumber("type", OpenModal);
            json.WriteStartObject("data");
            DiscordJson.WriteModal(json, modal);
            json.WriteEndObject();
        }), cancellationToken);

    /// <summary>Answers with a message at once.</summary>
    public Task<CallbackResult> ReplyAsync(InteractionRef interaction, MessageBody body, CancellationToken cancellationToken) =>
        AnswerAsync(interaction, () => Payload.Callback(Reply, body), cancellationToken);

    /// <summary>Answers a press by changing the message that was pressed.</summary>
    public Task<CallbackResult> UpdateAsync(InteractionRef interaction, MessageBody body, CancellationToken cancellationToken) =>
        AnswerAsync(interaction, () => Payload.Callback(Update, body), cancellationToken);

    /// <summary>Changes the message that the first answer made, or the pressed one after a silent acknowledgement. Possible for 15 minutes.</summary>
    public Task<CallbackShown> EditOriginalAsync(InteractionRef interaction, MessageBody body, CancellationToken cancellationToken) =>
        ShowAsync(Route.Original(HttpMethod.Patch, interaction), () => Payload.Edit(body, keepsFile: false), repeatable: true, cancellationToken);

    /// <summary>Changes a further message of an interaction.</summary>
    public Task<CallbackShown> EditFollowUpAsync(
        InteractionRef interaction, ulong message, MessageBody body, CancellationToken cancellationToken) => ShowAsync(
        Route.FollowedUp(HttpMethod.Patch, interaction, message), () => Payload.Edit(body, keepsFile: false), repeatable: true, cancellationToken);

    /// <summary>
    /// Shows a further message. Discord has no nonce here: when nobody can say whether it was done, it is not done a second time.
    /// </summary>
    public Task<CallbackShown> FollowUpAsync(InteractionRef interaction, MessageBody body, CancellationToken cancellationToken) =>
        ShowAsync(Route.FollowUp(interaction), () => Payload.Create(body, nonce: null), repeatable: false, cancellationToken);

    /// <summary>Takes away the message that the first answer made.</summary>
    public async Task<CallbackResult> DeleteOriginalAsync(InteractionRef interaction, CancellationToken cancellationToken) =>
        (await ShowAsync(Route.Original(HttpMethod.Delete, interaction), () => null, repeatable: true, cancellationToken)).Result;

    /// <summary>Takes away a further message of an interaction.</summary>
    public async Task<CallbackResult> DeleteFollowUpAsync(InteractionRef interaction, ulong message, CancellationToken cancellationToken) =>
        (await ShowAsync(Route.FollowedUp(HttpMethod.Delete, interaction, message), () => null, repeatable: true, cancellationToken)).Result;

    private async Task<CallbackResult> AnswerAsync(InteractionRef interaction, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        var (result, _) = await TryAsync(Route.Callback(interaction), content, new Tries(ToAnswer, ToTry, Pause, Repeatable: true), cancellationToken);
        return result;
    }

    private async Task<CallbackShown> ShowAsync(Route route, Func<HttpContent?> content, bool repeatable, CancellationToken cancellationToken)
    {
        var (result, done) = await TryAsync(route, content, new Tries(ToEdit, ToTryEdit, LongerPause, repeatable), cancellationToken);
        return new CallbackShown(result, done is { Body.IsEmpty: false } ? IdIn(done.Body) : null);
    }

    private async Task<(CallbackResult, RestAnswer.Done?)> TryAsync(
        Route route, Func<HttpContent?> content, Tries tries, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var unsure = false;
        while (true)
        {
            var left = tries.InAll - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                return (CallbackResult.Failed, null);
            }

            var answer = await rest.SendAsync(route, content(), left < tries.Each ? left : tries.Each, cancellationToken);
            switch (answer)
            {
                case RestAnswer.Done done:
                    return (CallbackResult.Done, done);

                // An earlier attempt, about which nobody could say anything, was the one that Discord took.
                case RestAnswer.Refused { Code: RefusalCode.AlreadyAcknowledged }:
                    return (unsure ? CallbackResult.Done : CallbackResult.AlreadyAnswered, null);
                case RestAnswer.Refused refused:
                    return (IsTooLate(refused) ? CallbackResult.TooLate : CallbackResult.Failed, null);
            }

            unsure |= answer is RestAnswer.Unknown;
            var wait = answer is RestAnswer.Limited limited ? limited.After : tries.Pause;
            if ((unsure && !tries.Repeatable) || time.GetElapsedTime(began) + wait >= tries.InAll)
            {
                return (CallbackResult.Failed, null);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private static bool IsTooLate(RestAnswer.Refused refused) =>
        refused.Code is RefusalCode.UnknownInteraction or RefusalCode.UnknownWebhook or RefusalCode.InvalidWebhookToken or RefusalCode.UnknownMessage;

    private static ulong? IdIn(ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        return json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("id", out var id)
            && ulong.TryParse(id.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? read
            : null;
    }

    private sealed record Tries(TimeSpan InAll, TimeSpan Each, TimeSpan Pause, bool Repeatable);
}
