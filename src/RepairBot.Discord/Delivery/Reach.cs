using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;

namespace RepairBot.Discord.Delivery;

/// <summary>Whether direct messages reach a person, and what is shown to them otherwise: beside their next command, to them alone.</summary>
internal sealed class Reach(OutgoingMessages outgoing)
{
    /// <summary>Whether direct messages reach a person, as far as is known.</summary>
    public async Task<DmState> StateAsync(PlatformIdentity who, CancellationToken cancellationToken) =>
        await outgoing.FindAsync(who, cancellationToken) is { } person && await outgoing.RecipientAsync(person, cancellationToken) is { } recipient
            ? DiscordAddress.Read(recipient.Notes).State
            : DmState.Unknown;

    /// <summary>What waits for a person, in order.</summary>
    public async Task<IReadOnlyList<Message>> WaitingAsync(PlatformIdentity who, CancellationToken cancellationToken) =>
        await outgoing.FindAsync(who, cancellationToken) is { } person
            ? [.. (await outgoing.WaitingAsync(person, 0, cancellationToken)).Select(item => item.Message)]
            : [];

    /// <summary>
    /// Notes that messages were shown to the person alone: they are not sent any more. A later version of what stands in the channel
    /// already is not affected: it is changed there.
    /// </summary>
    public async Task ShownAsync(PlatformIdentity who, IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        if (await outgoing.FindAsync(who, cancellationToken) is not { } person)
        {
            return;
        }

        var waiting = (await outgoing.WaitingAsync(person, 0, cancellationToken)).ToDictionary(item => item.Message.Id);
        foreach (var message in messages)
        {
            if (waiting.TryGetValue(message.Id, out var item) && DiscordReference.Read(item.Reference) is not { IsInReach: true })
            {
                await outgoing.SettleAsync(person, message, DiscordReference.OutOfReach.Write(), cancellationToken);
            }
        }
    }

    /// <summary>True once each time messages stop reaching a person: they are to be told how to change that.</summary>
    public async Task<bool> IsNewsAsync(PlatformIdentity who, CancellationToken cancellationToken)
    {
        if (await outgoing.FindAsync(who, cancellationToken) is not { } person
            || await outgoing.RecipientAsync(person, cancellationToken) is not { } recipient
            || DiscordAddress.Read(recipient.Notes) is not { IsTold: false } known)
        {
            return false;
        }

        await outgoing.KeepAsync(person, (known with { IsTold = true }).Write(), cancellationToken);
        return true;
    }

    /// <summary>Notes the channel in which a person just was: messages may reach them again.</summary>
    public async Task NoteOpenAsync(PersonId person, ulong channel, CancellationToken cancellationToken)
    {
        if (await outgoing.RecipientAsync(person, cancellationToken) is { } recipient
            && DiscordAddress.Read(recipient.Notes) is var known
            && (known.Channel != channel || known.State == DmState.Closed))
        {
            var state = known.State == DmState.Closed ? DmState.Unknown : known.State;
            await outgoing.KeepAsync(person, new DiscordAddress { Channel = channel, State = state }.Write(), cancellationToken);
        }
    }
}
