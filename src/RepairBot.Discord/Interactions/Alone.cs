using Discord;
using RepairBot.Core.Chat;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Interactions;

/// <summary>Shows messages beside a command or a press, to the person alone, and changes them while that is possible.</summary>
internal sealed class Alone(CallbackClient callbacks, AloneTrail trail)
{
    /// <summary>A sentence for the person alone.</summary>
    public static MessageBody Saying(string sentence) => new() { Content = sentence, Flags = MessageFlags.Ephemeral };

    /// <summary>Says one sentence beside what was done.</summary>
    public Task SayAsync(Origin origin, string sentence) => callbacks.FollowUpAsync(origin.Ref, Saying(sentence), CancellationToken.None);

    /// <summary>Puts a sentence in the place of "thinking".</summary>
    public Task AnswerAsync(Origin origin, string sentence) => callbacks.EditOriginalAsync(origin.Ref, Saying(sentence), CancellationToken.None);

    /// <summary>Takes "thinking" away again.</summary>
    public Task TakeBackAsync(Origin origin) => callbacks.DeleteOriginalAsync(origin.Ref, CancellationToken.None);

    /// <summary>The message that was pressed can be changed by this interaction.</summary>
    public void NotePressed(Origin origin, MessageId message) => trail.Note(message, new AloneTrail.Spot(origin.Ref, null));

    /// <summary>Shows one message, or a later version of it.</summary>
    /// <param name="origin">Beside what.</param>
    /// <param name="message">Which.</param>
    /// <param name="body">What it looks like; null when it is to be gone.</param>
    /// <returns>False when it did not reach the person: it is to be shown another time.</returns>
    public async Task<bool> ShowAsync(Origin origin, Message message, MessageBody? body)
    {
        if (trail.Find(message.Id) is { } spot)
        {
            return await ChangeAsync(message, spot, body is null ? null : body with { Flags = MessageFlags.Ephemeral });
        }

        // What was shown once and can't be reached any more keeps its old looks: pressing it changes nothing.
        if (body is null || (message.Edited && message.Actions.IsEmpty))
        {
            return true;
        }

        var shown = await callbacks.FollowUpAsync(origin.Ref, body with { Flags = MessageFlags.Ephemeral }, CancellationToken.None);
        if (shown is { Result: CallbackResult.Done, Message: { } id })
        {
            trail.Note(message.Id, new AloneTrail.Spot(origin.Ref, id));
        }

        return shown.Result == CallbackResult.Done;
    }

    private async Task<bool> ChangeAsync(Message message, AloneTrail.Spot spot, MessageBody? body)
    {
        switch (body, spot.Message)
        {
            case (null, null):
                trail.Forget(message.Id);
                await callbacks.DeleteOriginalAsync(spot.By, CancellationToken.None);
                break;
            case (null, { } id):
                trail.Forget(message.Id);
                await callbacks.DeleteFollowUpAsync(spot.By, id, CancellationToken.None);
                break;
            case ({ } changed, null):
                await callbacks.EditOriginalAsync(spot.By, changed, CancellationToken.None);
                break;
            case ({ } changed, { } id):
                await callbacks.EditFollowUpAsync(spot.By, id, changed, CancellationToken.None);
                break;
        }

        // A message that its person dismissed can't be changed, and need not be.
        return true;
    }
}
