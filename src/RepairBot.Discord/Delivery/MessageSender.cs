using System.Globalization;
using System.Net;
using System.Text.Json;
using RepairBot.Core.Chat;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Delivery;

/// <summary>Finds out which messages Discord holds for a person already. Asked only where that is in doubt.</summary>
internal delegate Task<IReadOnlySet<ulong>> KnownMessages(CancellationToken cancellationToken);

/// <summary>
/// Sends one version of one message so that it stands in the channel exactly once, whatever the network does: made with a nonce, edited
/// or deleted by its reference, looked for where Discord may hold it and may have forgotten the nonce. At most five calls a round.
/// </summary>
internal sealed class MessageSender(DiscordRest rest, Doubts doubts, DeliveryPace pace, TimeProvider time)
{
    // A clock that is wrong by less than this still finds what was sent.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    /// <summary>Sends one version.</summary>
    /// <param name="message">Which.</param>
    /// <param name="body">What it says; null when it is to be gone.</param>
    /// <param name="reference">The version that was confirmed before; null when none was.</param>
    /// <param name="channel">The person's direct message channel.</param>
    /// <param name="known">What Discord holds for the person already.</param>
    /// <param name="cancellationToken">Gives up; what is under way then is in doubt.</param>
    public Task<SendResult> SendAsync(
        Message message, MessageBody? body, DiscordReference? reference, ulong channel, KnownMessages known, CancellationToken cancellationToken)
    {
        var calls = new Calls(pace, time);
        return reference switch
        {
            { IsInReach: false } => Task.FromResult<SendResult>(new SendResult.Shown(reference)),
            not null => ChangeAsync(body, reference, calls, cancellationToken),
            null => CreateAsync(new Unsent(message, body, channel, known), calls, cancellationToken),
        };
    }

    private async Task<SendResult> CreateAsync(Unsent unsent, Calls calls, CancellationToken cancellationToken)
    {
        var since = doubts.Since(unsent.Message);

        // What stands there may be an earlier version, so that finding it is not enough.
        var isStale = since is not null && unsent.Message.Seq != unsent.Message.First;
        while (true)
        {
            if (since is { } at && (unsent.Body is null || time.GetUtcNow() - at > pace.Nonce))
            {
                var (found, trouble) = await FindAsync(unsent, calls, cancellationToken);
                if (trouble is not null)
                {
                    return trouble;
                }

                if (found is not null)
                {
                    return await PlacedAsync(unsent, found, isStale, calls, cancellationToken);
                }

                since = null;
            }

            if (unsent.Body is null)
            {
                return new SendResult.Shown(DiscordReference.OutOfReach);
            }

            if (!calls.Take())
            {
                return new SendResult.Later(After: null);
            }

            doubts.Begin(unsent.Message);
            var began = time.GetUtcNow();
            var content = Payload.Create(unsent.Body, unsent.Message.Id.ToString());
            switch (await rest.SendAsync(Route.CreateMessage(unsent.Channel), content, pace.Call, cancellationToken))
            {
                case RestAnswer.Done done when IdOf(done) is { } id:
                    return await PlacedAsync(unsent, new DiscordReference(unsent.Channel, id, unsent.Body.File?.Name), isStale, calls, cancellationToken);
                case RestAnswer.Refused refused:
                    doubts.End(unsent.Message);
                    return Meaning(refused);
                case RestAnswer.Limited { After: var after } when after > pace.LongWait:
                    return new SendResult.Later(after);
                case RestAnswer.Limited:
                    break;
                default:
                    since ??= began;
                    await calls.PauseAsync(cancellationToken);
                    break;
            }
        }
    }

    private async Task<SendResult> PlacedAsync(
        Unsent unsent, DiscordReference reference, bool isStale, Calls calls, CancellationToken cancellationToken)
    {
        var result = isStale || unsent.Body is null
            ? await ChangeAsync(unsent.Body, reference, calls, cancellationToken)
            : new SendResult.Shown(reference);
        if (result is SendResult.Shown)
        {
            doubts.End(unsent.Message);
        }

        return result;
    }

    private async Task<SendResult> ChangeAsync(MessageBody? body, DiscordReference reference, Calls calls, CancellationToken cancellationToken)
    {
        var keepsFile = body?.File is { } file && file.Name == reference.File;
        var (route, content) = body is null
            ? (Route.DeleteMessage(reference.Channel, reference.Message), (Func<HttpContent?>)(() => null))
            : (Route.EditMessage(reference.Channel, reference.Message), () => Payload.Edit(body, keepsFile));
        return await PersistAsync(route, content, calls, cancellationToken) switch
        {
            // Somebody took it away on Discord: there is nothing left to change.
            RestAnswer.Done or RestAnswer.Refused { Code: RefusalCode.UnknownMessage } => new SendResult.Shown(reference with { File = body?.File?.Name }),
            RestAnswer.Refused refused => Meaning(refused),
            RestAnswer.Limited limited => new SendResult.Later(limited.After),
            _ => new SendResult.Later(After: null),
        };
    }

    private async Task<(DiscordReference? Found, SendResult? Trouble)> FindAsync(Unsent unsent, Calls calls, CancellationToken cancellationToken)
    {
        var route = Route.ReadMessages(unsent.Channel, Snowflake.Before(unsent.Message.At - Skew));
        switch (await PersistAsync(route, () => null, calls, cancellationToken))
        {
            case RestAnswer.Done done:
                var known = await unsent.Known(cancellationToken);
                var sent = SentMessages.Read(done.Body).Find(message => !known.Contains(message.Id) && message.Is(unsent.Message, unsent.Body));
                return (sent is null ? null : new DiscordReference(unsent.Channel, sent.Id, unsent.Body?.File?.Name), null);
            case RestAnswer.Refused refused:
                return (null, Meaning(refused));
            case RestAnswer.Limited limited:
                return (null, new SendResult.Later(limited.After));
            default:
                return (null, new SendResult.Later(After: null));
        }
    }

    // For calls that may be done twice without harm.
    private async Task<RestAnswer> PersistAsync(Route route, Func<HttpContent?> content, Calls calls, CancellationToken cancellationToken)
    {
        RestAnswer answer = new RestAnswer.Unknown(Trouble.Server);
        while (calls.Take())
        {
            answer = await rest.SendAsync(route, content(), pace.Call, cancellationToken);
            switch (answer)
            {
                case RestAnswer.Limited limited when limited.After <= pace.LongWait:
                    break;
                case RestAnswer.Unknown:
                    await calls.PauseAsync(cancellationToken);
                    break;
                default:
                    return answer;
            }
        }

        return answer;
    }

    private static SendResult Meaning(RestAnswer.Refused refused) => refused switch
    {
        { Code: RefusalCode.UnknownChannel } => new SendResult.ChannelGone(),
        { Code: RefusalCode.CannotMessageThisUser or RefusalCode.NoMutualServer or RefusalCode.OpeningTooFast } => new SendResult.Closed(),
        { Status: HttpStatusCode.Forbidden } => new SendResult.Closed(),
        { Status: HttpStatusCode.Unauthorized } => new SendResult.Later(After: null),
        _ => new SendResult.Refused(refused.Status, refused.Code),
    };

    private static ulong? IdOf(RestAnswer.Done done)
    {
        using var json = JsonDocument.Parse(done.Body);
        return ulong.TryParse(json.RootElement.GetProperty("id").GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private sealed record Unsent(Message Message, MessageBody? Body, ulong Channel, KnownMessages Known);

    /// <summary>What one message may still take in this round.</summary>
    private sealed class Calls(DeliveryPace pace, TimeProvider time)
    {
        private int left = DeliveryPace.MostCalls;
        private TimeSpan pause = pace.Again;

        public bool Take() => left-- > 0;

        public async Task PauseAsync(CancellationToken cancellationToken)
        {
            if (left > 0)
            {
                await Task.Delay(pause, time, cancellationToken);
                pause *= 2;
            }
        }
    }
}
