using System.Threading.Channels;

namespace RepairBot.Core.Storage;

/// <summary>
/// One thread and the queue in front of it. Writes that wait at the same time, up to 512, are handed over as one group: one transaction,
/// one flush, then all are acknowledged. Other work runs alone between groups, in the order it came; reads go first, since they are only
/// of what is durable.
/// </summary>
public sealed class WriteQueue : IAsyncDisposable
{
    private const int LargestGroup = 512;
    private const int Room = 4096;

    private readonly Channel<object> channel = Channel.CreateBounded<object>(new BoundedChannelOptions(Room) { SingleReader = true });
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<IReadOnlyList<PendingWrite>> writeGroup;
    private readonly Func<bool> tend;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">The thread's name.</param>
    /// <param name="writeGroup">Writes a group and sets each result; returns when all is on the disk, or throws and nothing is.</param>
    /// <param name="tend">
    /// Called after each batch for work that nobody waits for; true when there is more, which is then done as soon as nobody waits.
    /// Must not throw.
    /// </param>
    public WriteQueue(string name, Action<IReadOnlyList<PendingWrite>> writeGroup, Func<bool> tend)
    {
        this.writeGroup = writeGroup;
        this.tend = tend;
        new Thread(Run) { Name = name, IsBackground = true }.Start();
    }

    /// <summary>Writes with whoever else waits.</summary>
    public async ValueTask<CommitResult> WriteAsync(StoreWrite write, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite(write);
        await EnqueueAsync(pending, cancellationToken);
        return await pending.Done.WaitAsync(cancellationToken);
    }

    /// <summary>Runs work alone on the thread, after what was asked for earlier.</summary>
    public ValueTask<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        EnqueueAsync(new Errand<T>(work, IsRead: false), cancellationToken);

    /// <summary>Runs a read on the thread, before writes that wait.</summary>
    public ValueTask<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken) =>
        EnqueueAsync(new Errand<T>(read, IsRead: true), cancellationToken);

    /// <summary>Finishes what waits and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Writer.TryComplete();
        await ended.Task;
    }

    private async ValueTask<T> EnqueueAsync<T>(Errand<T> errand, CancellationToken cancellationToken)
    {
        await EnqueueAsync((object)errand, cancellationToken);
        return await errand.Done.WaitAsync(cancellationToken);
    }

    private async ValueTask EnqueueAsync(object work, CancellationToken cancellationToken)
    {
        try
        {
            await channel.Writer.WriteAsync(work, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IStore), "The store is closed.");
        }
    }

    private void Run()
    {
        var batch = new List<object>(LargestGroup);
        var group = new List<PendingWrite>(LargestGroup);
        var more = false;
        while (more || WaitForWork())
        {
            batch.Clear();
            while (batch.Count < LargestGroup && channel.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            RunReads(batch);
            RunRest(batch, group);
            more = tend();
        }

        ended.SetResult();
    }

    private bool WaitForWork()
    {
        var wait = channel.Reader.WaitToReadAsync();
        return wait.IsCompleted ? wait.Result : wait.AsTask().GetAwaiter().GetResult();
    }

    private static void RunReads(List<object> batch)
    {
        foreach (var work in batch)
        {
            if (work is Errand { IsRead: true } read)
            {
                read.Run();
            }
        }
    }

    private void RunRest(List<object> batch, List<PendingWrite> group)
    {
        foreach (var work in batch)
        {
            if (work is PendingWrite write)
            {
                group.Add(write);
            }
            else if (work is Errand { IsRead: false } errand)
            {
                Hand(group);
                errand.Run();
            }
        }

        Hand(group);
    }

    private void Hand(List<PendingWrite> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            writeGroup(group);
            group.ForEach(write => write.Acknowledge());
        }
        catch (Exception e)
        {
            // Whatever it was, those who wait must hear of it, and the thread must go on for the others.
            group.ForEach(write => write.Fail(e));
        }

        group.Clear();
    }

    private abstract record Errand(bool IsRead)
    {
        public abstract void Run();
    }

    private sealed record Errand<T>(Func<T> Work, bool IsRead) : Errand(IsRead)
    {
        private readonly TaskCompletionSource<T> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Done => waiting.Task;

        public override void Run()
        {
            try
            {
                waiting.SetResult(Work());
            }
            catch (Exception e)
            {
                waiting.SetException(e);
            }
        }
    }
}
