using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Core.Repairs;
using RepairBot.Discord.Http;
using RepairBot.Discord.Texts;

namespace RepairBot.Discord.Delivery;

/// <summary>
/// Shows what waits in the store as direct messages: every message exactly once, each person's in order, different people's side by side.
/// What is in the store is the whole truth; nothing is lost by being stopped or killed. All members may be called from many threads.
/// </summary>
internal sealed class Outbox : IAsyncDisposable
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);
    private static readonly TimeSpan StoreRest = TimeSpan.FromMinutes(1);

    private readonly OutgoingMessages outgoing;
    private readonly DeliveringPlatforms platforms;
    private readonly Reach reach;
    private readonly Courier courier;
    private readonly DeliveryPace pace;
    private readonly TimeProvider time;
    private readonly ILogger<Outbox> log;
    private readonly BackgroundWork background;

    private readonly Lock gate = new();
    private readonly Dictionary<PersonId, Work> working = [];

    // How many rounds in a row ended in a rest.
    private readonly Dictionary<PersonId, int> resting = [];
    private bool isStopping;

    /// <param name="outgoing">What waits.</param>
    /// <param name="platforms">Says when something does.</param>
    /// <param name="view">What a message looks like on Discord.</param>
    /// <param name="rest">Reaches Discord with the bot's token.</param>
    /// <param name="channels">Where people were met since the start.</param>
    /// <param name="pace">How patiently.</param>
    /// <param name="time">The time.</param>
    /// <param name="log">Says how it went, never what was said.</param>
    public Outbox(
        OutgoingMessages outgoing,
        DeliveringPlatforms platforms,
        MessageView view,
        DiscordRest rest,
        DirectChannels channels,
        DeliveryPace pace,
        TimeProvider time,
        ILogger<Outbox> log)
    {
        (this.outgoing, this.platforms, this.pace, this.time, this.log) = (outgoing, platforms, pace, time, log);
        reach = new Reach(outgoing);
        background = new BackgroundWork(log);
        var sender = new MessageSender(rest, new Doubts(time), pace, time);
        courier = new Courier(outgoing, sender, new ChannelOpener(rest, channels, pace, time), view, time, log);
    }

    /// <summary>Begins: what waits from before is shown now, and from now on whatever comes.</summary>
    public void Start()
    {
        platforms.Tell(Nudge);
        background.Run(SweepAsync);
    }

    /// <summary>Says that messages of a person may wait.</summary>
    public void Nudge(PersonId person) => _ = Wake(person, evenClosed: false);

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
            ? await Wake(person, evenClosed: true).WaitAsync(cancellationToken)
            : DmState.Unknown;

    /// <summary>Stops. What is being sent gets a moment to end; what is not on Discord by then waits in the store for the next start.</summary>
    /// <param name="patience">The moment.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        platforms.TellNobody();
        Task all;
        lock (gate)
        {
            isStopping = true;
            all = Task.WhenAll(working.Values.Select(work => work.Done.Task));
        }

        await Task.WhenAny(all, Task.Delay(patience, time));
        await background.StopAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        background.Dispose();
        courier.Dispose();
    }

    private Task<DmState> Wake(PersonId person, bool evenClosed)
    {
        lock (gate)
        {
            if (working.TryGetValue(person, out var work))
            {
                work.Again = true;
                work.EvenClosed |= evenClosed;
                return work.Done.Task;
            }

            // Whoever rests is woken by the end of the rest, or by a command of their own.
            return isStopping || (resting.ContainsKey(person) && !evenClosed)
                ? Task.FromResult(DmState.Unknown)
                : Begin(person, evenClosed).Done.Task;
        }
    }

    // Only under the gate, and only for somebody for whom nothing is under way.
    private Work Begin(PersonId person, bool evenClosed)
    {
        var work = new Work { EvenClosed = evenClosed };
        working.Add(person, work);
        background.Run(() => WorkAsync(person, work));
        return work;
    }

    private async Task WorkAsync(PersonId person, Work work)
    {
        while (true)
        {
            bool evenClosed;
            lock (gate)
            {
                evenClosed = work.EvenClosed;
                (work.Again, work.EvenClosed) = (false, false);
            }

            var round = await DeliverAsync(person, evenClosed);
            lock (gate)
            {
                if (work.Again && round is Round.Over && !isStopping)
                {
                    continue;
                }

                working.Remove(person);
                Rest(person, round);
            }

            work.Done.SetResult(round is Round.Over { State: var state } ? state : DmState.Unknown);
            return;
        }
    }

    private async Task<Round> DeliverAsync(PersonId person, bool evenClosed)
    {
#pragma warning disable CA1031 // One person's trouble, or the store's, must not keep everybody else's messages; it is tried again.
        try
        {
            return await courier.DeliverAsync(person, evenClosed, background.Stopping);
        }
        catch (OperationCanceledException) when (background.Stopping.IsCancellationRequested)
        {
            return new Round.Over(DmState.Unknown);
        }
        catch (Exception e)
        {
            log.DeliveryFailed(e.GetType().Name);
            return new Round.Later(StoreRest);
        }
#pragma warning restore CA1031
    }

    // Only under the gate.
    private void Rest(PersonId person, Round round)
    {
        if (round is not Round.Later { After: var after })
        {
            resting.Remove(person);
            return;
        }

        var rounds = resting.GetValueOrDefault(person) + 1;
        resting[person] = rounds;
        var usual = pace.Rest * Math.Pow(2, rounds - 1);
        var wait = after ?? (usual < LongestRest ? usual : LongestRest);
        if (after is null)
        {
            log.MessageRests(wait);
        }

        background.Run(() => WakeAfterAsync(person, wait));
    }

    private async Task WakeAfterAsync(PersonId person, TimeSpan wait)
    {
        await Task.Delay(wait, time, background.Stopping);
        lock (gate)
        {
            if (!isStopping && !working.ContainsKey(person))
            {
                Begin(person, evenClosed: false);
            }
        }
    }

    private async Task SweepAsync()
    {
        using var timer = new PeriodicTimer(pace.Sweep, time);
        do
        {
#pragma warning disable CA1031 // The store may be back at the next look; nothing is lost until then.
            try
            {
                foreach (var person in await outgoing.PeopleAsync(background.Stopping))
                {
                    Nudge(person);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.DeliveryFailed(e.GetType().Name);
            }
#pragma warning restore CA1031
        }
        while (await timer.WaitForNextTickAsync(background.Stopping));
    }

    private sealed class Work
    {
        public bool Again { get; set; }

        public bool EvenClosed { get; set; }

        public TaskCompletionSource<DmState> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
