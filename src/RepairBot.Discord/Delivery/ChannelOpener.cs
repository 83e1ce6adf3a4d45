using System.Globalization;
using System.Text.Json;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Delivery;

/// <summary>
/// Opens direct message channels one after the other, slowly: Discord publishes no number and blocks bots that open many quickly. Whoever
/// was met in theirs waits for nothing. May be used from many threads.
/// </summary>
internal sealed class ChannelOpener(DiscordRest rest, DirectChannels met, DeliveryPace pace, TimeProvider time) : IDisposable
{
    private const int MostCalls = 3;

    // How long nobody's channel is opened after Discord said that it went too fast.
    private static readonly TimeSpan Cooling = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim one = new(1, 1);
    private DateTimeOffset next;

    /// <summary>Opens the channel with a person, or finds the one there is.</summary>
    /// <param name="user">Discord's id of the person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The channel, or why there is none.</returns>
    public async Task<(ulong? Channel, SendResult? Trouble)> OpenAsync(string user, CancellationToken cancellationToken)
    {
        if (Met(user) is { } channel)
        {
            return (channel, null);
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            for (var call = 1; call <= MostCalls; call++)
            {
                if (next - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, time, cancellationToken);
                }

                // They may have come there meanwhile.
                if (Met(user) is { } there)
                {
                    return (there, null);
                }

                next = time.GetUtcNow() + pace.Opening;
                var content = Payload.Json(json => json.WriteString("recipient_id", user));
                switch (await rest.SendAsync(Route.OpenChannel, content, pace.Call, cancellationToken))
                {
                    case RestAnswer.Done done:
                        return (IdOf(done), null);
                    case RestAnswer.Refused { Code: RefusalCode.OpeningTooFast }:
                        next = time.GetUtcNow() + Cooling;
                        return (null, new SendResult.Closed());
                    case RestAnswer.Refused { Status: System.Net.HttpStatusCode.Unauthorized }:
                        return (null, new SendResult.Later(After: null));
                    case RestAnswer.Refused:
                        return (null, new SendResult.Closed());
                    case RestAnswer.Limited { After: var after } when after > pace.LongWait:
                        return (null, new SendResult.Later(after));
                }
            }

            return (null, new SendResult.Later(After: null));
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Forgets where a person was met: their channel is gone, or they are.</summary>
    public void Forget(string user) => met.Forget(IdOf(user));

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private ulong? Met(string user) => met.ChannelOf(IdOf(user));

    private static ulong IdOf(RestAnswer.Done done)
    {
        using var json = JsonDocument.Parse(done.Body);
        return IdOf(json.RootElement.GetProperty("id").GetString()!);
    }

    private static ulong IdOf(string text) => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
