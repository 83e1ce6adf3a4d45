using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;

namespace RepairBot.Discord.Delivery;

/// <summary>
/// Ends what somebody who is erased leaves on Discord: takes the bot's messages away, says once that all is deleted, and then forgets where
/// they were. Begun again after a kill, it says it once all the same.
/// </summary>
internal sealed class Goodbye(OutgoingMessages outgoing, MessageSender sender, ChannelOpener opener, MessageView view, TimeProvider time)
{
    // An address is not kept for ever because Discord can't be reached.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly TimeSpan Reopening = TimeSpan.FromSeconds(5);

    /// <summary>Does what can be done now.</summary>
    /// <param name="recipient">In whose name it is kept.</param>
    /// <param name="farewell">What is to be done.</param>
    /// <param name="cancellationToken">Gives up until the next start.</param>
    public async Task<Round> TakeAsync(Recipient recipient, Farewell farewell, CancellationToken cancellationToken)
    {
        await outgoing.Farewells.FinishAsync(farewell, cancellationToken);
        if (await outgoing.WaitingAsync(recipient.Person, 0, cancellationToken) is [{ Message: var words }]
            && time.GetUtcNow() - words.At < Longest
            && (await TakeAwayAsync(farewell, words, cancellationToken) ?? await SayAsync(recipient, words, cancellationToken)) is { } later)
        {
            return later;
        }

        await outgoing.Farewells.EndAsync(recipient.Person, cancellationToken);
        opener.Forget(recipient.Address);
        return new Round.Over(DmState.Unknown);
    }

    // Newest first, as the eye goes. Null when all that Discord lets go is gone.
    private async Task<Round.Later?> TakeAwayAsync(Farewell farewell, Message words, CancellationToken cancellationToken)
    {
        foreach (var reference in farewell.Shown.Reverse().Select(DiscordReference.Read))
        {
            if (reference is { IsInReach: true }
                && await sender.SendAsync(words, body: null, reference, reference.Channel, NothingKnown, cancellationToken) is SendResult.Later later)
            {
                return new Round.Later(later.After);
            }
        }

        return null;
    }

    // Null when it was said, or can't be: whoever takes no direct messages finds everything as on the first day.
    private async Task<Round.Later?> SayAsync(Recipient recipient, Message words, CancellationToken cancellationToken)
    {
        if (words.Removed)
        {
            return null;
        }

        if (DiscordAddress.Read(recipient.Notes).Channel is not { } channel)
        {
            var (opened, trouble) = await opener.OpenAsync(recipient.Address, cancellationToken);
            if (opened is null)
            {
                return trouble is SendResult.Later wait ? new Round.Later(wait.After) : null;
            }

            channel = opened.Value;
            await outgoing.KeepAsync(recipient.Person, new DiscordAddress { Channel = channel }.Write(), cancellationToken);
        }

        switch (await sender.SendAsync(words, view(words, recipient), reference: null, channel, NothingKnown, cancellationToken))
        {
            case SendResult.Later later:
                return new Round.Later(later.After);
            case SendResult.ChannelGone:
                opener.Forget(recipient.Address);
                await outgoing.KeepAsync(recipient.Person, new DiscordAddress().Write(), cancellationToken);
                return new Round.Later(Reopening);
            default:
                return null;
        }
    }

    private static Task<IReadOnlySet<ulong>> NothingKnown(CancellationToken cancellationToken) => Task.FromResult<IReadOnlySet<ulong>>(new HashSet<ulong>());
}
