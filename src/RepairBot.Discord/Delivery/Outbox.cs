using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Core.Repairs;

namespace RepairBot.Discord.Delivery;

/// <summary>
/// Shows what waits in the store as direct messages: every message exactly once, each person's in order, different people's side by side.
/// What is in the store is the whole truth; nothing is lost by being stopped or killed. All members may be called from many threads.
/// </summary>
internal sealed class Outbox(
    OutgoingMessages outgoing, DeliveringPlatforms platforms, Rounds rounds, Sweep sweep, ILogger<Outbox> log) : IAsyncDisposable
{
    private readonly Reach reach = new(outgoing);
    private readonly BackgroundWork background = new(log);

    /// <summary>Begins: what waits from before is shown now, and from now on whatever comes.</summary>
    public void Start()
    {
        platforms.Tell(Nudge);
        background.Run(() => sweep.RunAsync(Nudge, background.Stopping));
    }

    /// <summary>Says that messages of a person may wait.</summary>
    public void Nudge(PersonId person) => _ = rounds.Wake(person, evenClosed: false);

    /// <summary>Says that messages of a person may wait, and where they were just now.</summary>
    /// <param name="who">Who.</param>
    /// <param name="channel">Their direct message channel, when what they did came from there; null otherwise.</param>
    public void Nudge(PlatformIdentity who, ulong? channel = null) => background.Run(async () =>
    {
        if (await outgoing.FindAsync(who, background.Stopping) is not { } person)
        {
            return;
        }

        if (channel is { } open)
        {
            await reach.NoteOpenAsync(person, open, background.Stopping);
        }

        Nudge(person);
    });

    /// <summary>
    /// Tries to bring a person everything that waits, also when the last message was refused, and says whether messages reach them. For
    /// a command: it is the person's own wish to hear from the bot.
    /// </summary>
    /// <param name="who">Who.</param>
    /// <param name="cancellationToken">Stops waiting for the end of it.</param>
    public async Task<DmState> DeliverAsync(PlatformIdentity who, CancellationToken cancellationToken) =>
        await outgoing.FindAsync(who, cancellationToken) is { } person
            ? await rounds.Wake(person, evenClosed: true).WaitAsync(cancellationToken)
            : DmState.Unknown;

    /// <summary>Stops. What is being sent gets a moment to end; what is not on Discord by then waits in the store for the next start.</summary>
    /// <param name="patience">The moment.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        platforms.TellNobody();
        await rounds.StopAsync(patience);
        await background.StopAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        background.Dispose();
    }
}
