using System.Collections.Concurrent;
using RepairBot.Core.Storage;

namespace RepairBot.Core.Repairs;

/// <summary>
/// Lets one person's events through one at a time, in the order in which they came, and different people's side by side. Knows of each
/// what its person could have seen when it came, so that a text sent before an answer came back belongs to the question it saw. Nothing
/// is kept of a person for whom nothing is under way.
/// </summary>
internal sealed class PersonOrder
{
    private readonly ConcurrentDictionary<IdentityHash, Queue> queues = new();

    /// <summary>Waits for this event's turn.</summary>
    public async Task<Place> EnterAsync(IdentityHash identity, CancellationToken cancellationToken)
    {
        var (queue, seen) = Join(identity);
        try
        {
            await queue.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(identity, queue);
            throw;
        }

        return new Place(this, identity, queue, seen);
    }

    private (Queue Queue, Seen Seen) Join(IdentityHash identity)
    {
        while (true)
        {
            var queue = queues.GetOrAdd(identity, _ => new Queue());
            if (queue.TryJoin(out var seen))
            {
                return (queue, seen);
            }

            queues.TryRemove(new KeyValuePair<IdentityHash, Queue>(identity, queue));
        }
    }

    private void Leave(IdentityHash identity, Queue queue)
    {
        if (queue.Leave())
        {
            queues.TryRemove(new KeyValuePair<IdentityHash, Queue>(identity, queue));
        }
    }

    /// <summary>One event's turn; disposing lets the next one in.</summary>
    public readonly struct Place(PersonOrder order, IdentityHash identity, Queue queue, Seen seen) : IDisposable
    {
        /// <summary>
        /// The highest sequence number the person could have seen when this event came. The first event after a pause could have seen
        /// everything there is when its turn begins; all that came with it saw no more than that.
        /// </summary>
        /// <param name="stored">The highest sequence number before this event's turn.</param>
        public long SeenOf(long stored) => seen.OrElse(stored);

        /// <summary>Notes what this turn showed, for events from now on.</summary>
        public void Shown(long seq) => queue.Shown(seq);

        /// <summary>Lets the next event in.</summary>
        public void Dispose()
        {
            queue.Gate.Release();
            order.Leave(identity, queue);
        }
    }

    internal sealed class Queue
    {
        private readonly Lock gate = new();
        private Seen seen = new(null);
        private int members;
        private bool closed;

        // Hands its one place on in the order of asking.
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public void Shown(long seq)
        {
            lock (gate)
            {
                seen = new Seen(seq);
            }
        }

        public bool TryJoin(out Seen before)
        {
            lock (gate)
            {
                before = seen;
                members += closed ? 0 : 1;
                return !closed;
            }
        }

        /// <summary>True when nobody is left; the queue takes no one any more.</summary>
        public bool Leave()
        {
            lock (gate)
            {
                members--;
                closed = members == 0;
                return closed;
            }
        }
    }

    /// <summary>What could be seen at one time; found out by the first turn that needs it.</summary>
    internal sealed class Seen(long? seq)
    {
        private long? seq = seq;

        // Only whoever has the person's one place asks.
        public long OrElse(long stored) => seq ??= stored;
    }
}
