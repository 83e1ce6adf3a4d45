namespace RepairBot.LoopbackDiscord.State;

/// <summary>Wakes whoever waits for something to become true.</summary>
internal sealed class Signal
{
    private TaskCompletionSource next = New();

    public void Pulse() => Interlocked.Exchange(ref next, New()).TrySetResult();

    /// <summary>Looks again each time something happened, until <paramref name="look"/> finds something.</summary>
    /// <exception cref="TimeoutException">Nothing was found in that real time.</exception>
    public async Task<T> WaitForAsync<T>(Func<T?> look, TimeSpan timeout, string what)
        where T : class
    {
        using var limit = new CancellationTokenSource(timeout, TimeProvider.System);
        while (true)
        {
            var changed = Volatile.Read(ref next).Task;
            if (look() is { } found)
            {
                return found;
            }

            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"Within {timeout} there was no {what}.", late);
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
