using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Delivery;

/// <summary>What a message looks like on Discord; null when it is to be gone.</summary>
internal delegate MessageBody? MessageView(Message message, Recipient recipient);

/// <summary>How a round with one person's messages ended.</summary>
internal abstract record Round
{
    private Round()
    {
    }

    /// <summary>Nothing waits that could be sent.</summary>
    internal sealed record Over(DmState State) : Round;

    /// <summary>Something waits and is tried again.</summary>
    /// <param name="After">When; null for the usual rest.</param>
    internal sealed record Later(TimeSpan? After) : Round;
}

/// <summary>Takes one person's waiting messages to them, in order. One round of a person at a time; different people's side by side.</summary>
internal sealed class Courier(
    OutgoingMessages outgoing, MessageSender sender, ChannelOpener opener, Goodbye goodbye, MessageView view, ILogger<Courier> log)
{
    /// <summary>The platform's name, as identities and heads carry it.</summary>
    public const string Platform = "discord";

    private const int Remembered = 10_000;

    private static readonly TimeSpan Reopening = TimeSpan.FromSeconds(5);

    // Up to where everything of a person is settled, so that a round reads only what came since.
    private readonly ConcurrentDictionary<PersonId, long> settledTo = new();

    // Versions that Discord refused for what they are; they are tried once after each start.
    private readonly ConcurrentDictionary<MessageId, long> refused = new();

    /// <summary>Sends what waits.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="evenClosed">Tries although the last message was refused.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Round> DeliverAsync(PersonId person, bool evenClosed, CancellationToken cancellationToken)
    {
        if (await outgoing.RecipientAsync(person, cancellationToken) is not { Platform: Platform } recipient)
        {
            return new Round.Over(DmState.Unknown);
        }

        if (recipient.Farewell is { } farewell)
        {
            return await goodbye.TakeAsync(recipient, farewell, cancellationToken);
        }

        var address = DiscordAddress.Read(recipient.Notes);
        if (address.State == DmState.Closed && !evenClosed)
        {
            return new Round.Over(DmState.Closed);
        }

        var after = settledTo.GetValueOrDefault(person);
        var waiting = await outgoing.WaitingAsync(person, after, cancellationToken);
        var keepsAll = true;
        foreach (var item in waiting)
        {
            if (refused.TryGetValue(item.Message.Id, out var seq) && seq == item.Message.Seq)
            {
                keepsAll = false;
                continue;
            }

            (address, var result) = await SendAsync(recipient, address, item, cancellationToken);
            switch (result)
            {
                case SendResult.Later later:
                    return new Round.Later(later.After);
                case SendResult.Closed:
                    log.Unreachable();
                    return new Round.Over(DmState.Closed);
                case SendResult.Refused { Status: var status, Code: var code }:
                    log.MessageRefused((int)status, code);
                    refused[item.Message.Id] = item.Message.Seq;
                    keepsAll = false;
                    break;
            }
        }

        if (keepsAll && waiting is [.., { Message.Seq: var newest }])
        {
            Remember(person, newest);
        }

        return new Round.Over(address.State);
    }

    private async Task<(DiscordAddress, SendResult)> SendAsync(
        Recipient recipient, DiscordAddress address, Outgoing item, CancellationToken cancellationToken)
    {
        var reference = DiscordReference.Read(item.Reference);
        if (reference is null && address.Channel is null)
        {
            var (channel, trouble) = await opener.OpenAsync(recipient.Address, cancellationToken);
            if (channel is null)
            {
                return (await KeepAsync(recipient, address, trouble!, cancellationToken), trouble!);
            }

            address = address with { Channel = channel };
            await outgoing.KeepAsync(recipient.Person, address.Write(), cancellationToken);
        }

        var result = await sender.SendAsync(
            item.Message,
            view(item.Message, recipient),
            reference,
            address.Channel ?? 0,
            stop => KnownAsync(recipient.Person, stop),
            cancellationToken);
        if (result is SendResult.Shown { Reference: var shown }
            && !await outgoing.SettleAsync(recipient.Person, item.Message, shown.Write(), cancellationToken)
            && shown.IsInReach)
        {
            // The person was erased while this was on its way.
            await sender.SendAsync(item.Message, body: null, shown, shown.Channel, stop => KnownAsync(recipient.Person, stop), cancellationToken);
        }

        return (await KeepAsync(recipient, address, result, cancellationToken), result is SendResult.ChannelGone ? new SendResult.Later(Reopening) : result);
    }

    // What the result says about reaching the person.
    private async Task<DiscordAddress> KeepAsync(Recipient recipient, DiscordAddress address, SendResult result, CancellationToken cancellationToken)
    {
        var now = result switch
        {
            SendResult.Shown { Reference.IsInReach: true } => address with { State = DmState.Open, IsTold = false },
            SendResult.Closed => address with { State = DmState.Closed },
            SendResult.ChannelGone => address with { Channel = null },
            _ => address,
        };
        if (result is SendResult.ChannelGone)
        {
            opener.Forget(recipient.Address);
        }

        if (now != address)
        {
            await outgoing.KeepAsync(recipient.Person, now.Write(), cancellationToken);
        }

        return now;
    }

    private async Task<IReadOnlySet<ulong>> KnownAsync(PersonId person, CancellationToken cancellationToken)
    {
        var references = await outgoing.ReferencesAsync(person, cancellationToken);
        return references.Select(kept => DiscordReference.Read(kept)!.Message).ToHashSet();
    }

    private void Remember(PersonId person, long seq)
    {
        if (settledTo.Count >= Remembered)
        {
            settledTo.Clear();
        }

        settledTo[person] = seq;
    }
}
