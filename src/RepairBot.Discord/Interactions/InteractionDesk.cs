using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Repairs;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Interactions;

/// <summary>
/// Takes interactions: each is acknowledged at once and off the gateway's loop, and its turn taken beside that. One that Discord delivers
/// twice is dealt with once.
/// </summary>
internal sealed class InteractionDesk(
    Acknowledger acknowledger, Turns turns, Replying replying, Lines lines, ImmutableArray<ulong> allowed, ILogger<InteractionDesk> log)
{
    private readonly RecentIds recent = new();

    /// <summary>Takes one; returns at once.</summary>
    public void Take(Arrival arrival)
    {
        var origin = arrival.Origin;
        if (!recent.IsNew(origin.Ref.Id))
        {
            return;
        }

        var how = Acknowledgement.Of(arrival, Turn.CommandNames.Contains, allowed);
        var acknowledged = new TaskCompletionSource<CallbackResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        lines.Run(() => AcknowledgeAsync(origin, how, acknowledged));
        if (how is Acknowledgement.Think or Acknowledgement.Quietly)
        {
            lines.Run(origin.User, () => TakeAsync(arrival, acknowledged.Task));
        }
    }

    private async Task AcknowledgeAsync(Origin origin, Acknowledgement how, TaskCompletionSource<CallbackResult> acknowledged)
    {
        var result = CallbackResult.Failed;
#pragma warning disable CA1031 // Whatever goes wrong here, the turn is taken all the same.
        try
        {
            result = await acknowledger.AnswerAsync(origin, how);
        }
        catch (Exception e)
        {
            log.AcknowledgingFailed(e.GetType().Name);
        }
#pragma warning restore CA1031
        if (result is CallbackResult.TooLate or CallbackResult.Failed)
        {
            log.NotAcknowledged(result);
        }

        acknowledged.SetResult(result);
    }

    // What happened stays so even when Discord did not hear the acknowledgement: the direct messages show it.
    private async Task TakeAsync(Arrival arrival, Task<CallbackResult> acknowledged)
    {
#pragma warning disable CA1031 // What is not shown now waits in the store and is shown later.
        try
        {
            if (turns.EventOf(arrival) is not { } chatEvent)
            {
                return;
            }

            var answer = await turns.TakeAsync(arrival.Origin.Who, chatEvent);
            await acknowledged;
            await (arrival switch
            {
                Arrival.Press press => replying.AfterPressAsync(arrival.Origin, CustomId.Parse(press.CustomId)!.Value.Action.Message, answer),
                Arrival.Form form => replying.AfterPressAsync(arrival.Origin, CustomId.Parse(form.CustomId)!.Value.Action.Message, answer),
                _ => replying.AfterCommandAsync(arrival.Origin, answer),
            });
        }
        catch (Exception e)
        {
            log.ReplyingFailed(e.GetType().Name);
        }
#pragma warning restore CA1031
    }
}
