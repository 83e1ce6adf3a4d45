using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;

namespace RepairBot.Discord.Delivery;

/// <summary>
/// Lets the courier go: one round of a person at a time, different people's side by side, and a rest after one that was in vain. May be
/// used from many threads.
/// </summary>
internal sealed class Rounds(Courier courier, DeliveryPace pace, TimeProvider time, ILogger<Rounds> log) : IDisposable
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);
    private static readonly TimeSpan StoreRest = TimeSpan.FromMinutes(1);

    private readonly BackgroundWork background = new(log);
    private readonly Lock gate = new();
    private readonly Dictionary<PersonId, Work> working = [];

    // How many rounds in a row ended in a rest.
    private readonly Dictionary<PersonId, int> resting = [];
    private bool isStopping;

    /// <summary>Sends what waits for a person, by a round that begins now, or by one more after the round that is under way.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="evenClosed">Tries although the last message was refused, and although the person's messages rest.</param>
    /// <returns>Completes when nothing is under way any more: whether messages reach the person.</returns>
    public Task<DmState> Wake(PersonId person, bool evenClosed)
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

    /// <summary>Begins no more rounds. What is under way gets a moment to end, and is broken off then.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
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
    public void Dispose() => background.Dispose();

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

            var round = await GoAsync(person, evenClosed);
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

    private async Task<Round> GoAsync(PersonId person, bool evenClosed)
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

    private sealed class Work
    {
        public bool Again { get; set; }

        public bool EvenClosed { get; set; }

        public TaskCompletionSource<DmState> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
