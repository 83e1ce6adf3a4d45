using System.Collections.Concurrent;
using RepairBot.Core.Storage;

namespace RepairBot.Core.Repairs;

/// <summary>
/// Lets one person's events through one at a time, in the order in which they came, and different people's side by side. Remembers what
/// was last shown to whom, so that a text sent before an answer came back belongs to the question it saw.
/// </summary>
internal sealed class PersonOrder
{
    // A queue nobody waits in is kept for what it last showed; beyond this many the oldest knowledge may go, and a text then belongs to
    // the open question.
    private const int Remembered = 10_000;

    private readonly ConcurrentDictionary<IdentityHash, Queue> queues = new();

    /// <summary>The highest sequence number answered so far; null when not known.</summary>
    public long? LastShown(IdentityHash identity) => queues.TryGetValue(identity, out var queue) ? queue.LastShown : null;

    /// <summary>Waits for this person's turn.</summary>
    public async Task<Place> EnterAsync(IdentityHash identity, CancellationToken cancellationToken)
    {
        while (true)
        {
            var queue = queues.GetOrAdd(identity, _ => new Queue());
            if (!queue.TryJoin())
            {
                queues.TryRemove(new KeyValuePair<IdentityHash, Queue>(identity, queue));
                continue;
            }

            try
            {
                await queue.Gate.WaitAsync(cancellationToken);
            }
            catch
            {
                queue.Leave();
                throw;
            }

            Trim();
            return new Place(queue);
        }
    }

    private void Trim()
    {
        if (queues.Count <= Remembered)
        {
            return;
        }

        foreach (var entry in queues)
        {
            if (entry.Value.TryClose())
            {
                queues.TryRemove(entry);
            }
        }
    }

    /// <summary>One event's turn; disposing lets the next one in.</summary>
    public readonly struct Place(Queue queue) : IDisposable
    {
        public void Shown(long seq) => queue.LastShown = seq;

        public void Dispose()
        {
            queue.Gate.Release();
            queue.Leave();
        }
    }

    internal sealed class Queue
    {
        private const int Closed = -1;

        private int members;
        private long lastShown = -1;

        // Hands its one place on in the order of asking.
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public long? LastShown
        {
            get => Interlocked.Read(ref lastShown) is >= 0 and var seq ? seq : null;
            set => Interlocked.Exchange(ref lastShown, value ?? -1);
        }

        public bool TryJoin()
        {
            while (true)
            {
                var now = Volatile.Read(ref members);
                if (now == Closed)
                {
                    return false;
                }

                if (Interlocked.CompareExchange(ref members, now + 1, now) == now)
                {
                    return true;
                }
            }
        }

        public void Leave() => Interlocked.Decrement(ref members);

        public bool TryClose() => Interlocked.CompareExchange(ref members, Closed, 0) == 0;
    }
}
