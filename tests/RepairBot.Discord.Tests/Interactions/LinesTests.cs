using System.Collections.Concurrent;
using RepairBot.Discord.Interactions;

namespace RepairBot.Discord.Tests.Interactions;

public sealed class LinesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task One_persons_events_begin_in_their_order_without_waiting_for_each_other()
    {
        var lines = new Lines();
        var begun = new ConcurrentQueue<int>();
        var ends = new TaskCompletionSource();
        for (var i = 0; i < 200; i++)
        {
            var number = i;
            lines.Run(1, () =>
            {
                begun.Enqueue(number);
                return ends.Task;
            });
        }

        var other = new TaskCompletionSource();
        lines.Run(2, () =>
        {
            other.SetResult();
            return Task.CompletedTask;
        });
        await other.Task.WaitAsync(Patience);
        ends.SetResult();
        await lines.CloseAsync(Patience, TimeProvider.System);

        Assert.Equal(Enumerable.Range(0, 200), begun);
    }

    [Fact]
    public async Task Closing_waits_for_what_has_begun_and_takes_nothing_more()
    {
        var lines = new Lines();
        var ended = false;
        var goOn = new TaskCompletionSource();
        lines.Run(1, async () =>
        {
            await goOn.Task;
            ended = true;
        });

        var closing = lines.CloseAsync(Patience, TimeProvider.System);
        lines.Run(1, () => throw new InvalidOperationException("Nothing begins any more."));
        Assert.False(closing.IsCompleted);
        goOn.SetResult();
        await closing;

        Assert.True(ended);
    }

    [Fact]
    public void An_id_is_new_once_until_it_is_long_ago()
    {
        var ids = new RecentIds(kept: 2);

        Assert.True(ids.IsNew(1));
        Assert.False(ids.IsNew(1));
        Assert.True(ids.IsNew(2));
        Assert.True(ids.IsNew(3));
        Assert.True(ids.IsNew(1));
    }
}
