using RepairBot.Discord.Http;
using RepairBot.Discord.Wording;

namespace RepairBot.Discord.Interactions;

/// <summary>Gives the first answer to an interaction.</summary>
internal sealed class Acknowledger(CallbackClient callbacks, FormOpening forms)
{
    /// <summary>Answers; how it went. It does not throw.</summary>
    public async Task<CallbackResult> AnswerAsync(Origin origin, Acknowledgement how) => how switch
    {
        Acknowledgement.Think => await callbacks.DeferAsync(origin.Ref, ephemeral: true, CancellationToken.None),
        Acknowledgement.Quietly => await callbacks.DeferUpdateAsync(origin.Ref, CancellationToken.None),
        Acknowledgement.Open open when await forms.OpenAsync(origin.Who, open.Form) is { } form =>
            await callbacks.OpenAsync(origin.Ref, form, CancellationToken.None),
        Acknowledgement.Decline decline => await callbacks.ReplyAsync(origin.Ref, Alone.Saying(decline.Sentence), CancellationToken.None),
        _ => await callbacks.ReplyAsync(origin.Ref, Alone.Saying(Words.In(origin.Locale).NotYours), CancellationToken.None),
    };
}
