using System.Collections.Concurrent;

namespace RepairBot.Discord.Interactions;

/// <summary>
/// Begins what people do off the gateway's loop: each person's in the order in which it came, different people's side by side. What one
/// event waits for holds up nobody: the next begins once the one before has begun.
/// </summary>
internal sealed class Lines
{
    private readonly Lock gate = new();
    private readonly Dictionary<ulong, Task> last = [];
    private readonly ConcurrentDictionary<Task, bool> underWay = [];
    private bool isClosed;

    /// <summary>Begins in the person's line. After closing nothing begins any more. What is begun must not throw.</summary>
    public void Run(ulong person, Func<Task> begin)
    {
        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            var before = last.GetValueOrDefault(person, Task.CompletedTask);
            var mine = before.ContinueWith(
                _ => Begin(person, begin), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            last[person] = mine;
            Track(mine);
        }
    }

    /// <summary>Begins at once, in nobody's line.</summary>
    public void Run(Func<Task> begin)
    {
        lock (gate)
        {
            if (!isClosed)
            {
                Track(Task.Run(begin));
            }
        }
    }

    /// <summary>Takes nothing more and waits for what has begun, up to a time.</summary>
    public async Task CloseAsync(TimeSpan patience, TimeProvider time)
    {
        lock (gate)
        {
            isClosed = true;
        }

        var ends = time.GetTimestamp();
        while (!underWay.IsEmpty && time.GetElapsedTime(ends) < patience)
        {
            await Task.WhenAny(Task.WhenAll(underWay.Keys), Task.Delay(patience, time));
        }
    }

    private void Begin(ulong person, Func<Task> begin)
    {
        Track(begin());
        lock (gate)
        {
            if (last.TryGetValue(person, out var newest) && newest.Id == Task.CurrentId)
            {
                last.Remove(person);
            }
        }
    }

    private void Track(Task task)
    {
        underWay[task] = true;
        _ = task.ContinueWith(
            done => underWay.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
