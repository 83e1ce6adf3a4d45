using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;

namespace RepairBot.Discord.Delivery;

/// <summary>Looks through everything that waits, at the start and every so often, should a word of it have been lost.</summary>
internal sealed class Sweep(OutgoingMessages outgoing, DeliveryPace pace, TimeProvider time, ILogger<Sweep> log)
{
    /// <summary>Names everybody for whom something waits, again and again until cancelled.</summary>
    public async Task RunAsync(Action<PersonId> found, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(pace.Sweep, time);
        do
        {
#pragma warning disable CA1031 // The store may be back at the next look; nothing is lost until then.
            try
            {
                foreach (var person in await outgoing.PeopleAsync(cancellationToken))
                {
                    found(person);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.DeliveryFailed(e.GetType().Name);
            }
#pragma warning restore CA1031
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
