using Xunit;

namespace RepairBot.Testing.Storage;

/// <summary>Due order, leases, and what ends them.</summary>
public abstract class ReminderContract<THarness> : StoreContract<THarness>
    where THarness : IStoreHarness, new()
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Nothing_is_due_in_an_empty_store()
    {
        Assert.Null(await Store.NextDueAsync(Never));
        Assert.Empty(await ClaimAsync(At(0), 10));
    }

    [Fact]
    public async Task What_is_due_is_claimed_in_due_order_over_all_people_and_no_more_than_asked()
    {
        await CommitAsync(SomeRows.Reminding(Ann, 1, At(3)));
        await CommitAsync(SomeRows.Reminding(Ben, 2, At(1)));
        await CommitAsync(SomeRows.Reminding(Ann, 3, At(2)));
        await CommitAsync(SomeRows.Reminding(Ann, 4, At(4)));

        Assert.Equal([2, 3], await ClaimAsync(At(3), 2));
        Assert.Equal([1], await ClaimAsync(At(3), 2));
        Assert.Empty(await ClaimAsync(At(3), 2));
        Assert.Equal(At(1), await Store.NextDueAsync(Never));
    }

    [Fact]
    public async Task A_reminder_is_due_at_its_very_millisecond()
    {
        var due = At(1).AddMilliseconds(7);
        await CommitAsync(SomeRows.Reminding(Ann, 1, due.AddTicks(9)));
        await ReopenAsync();

        Assert.Equal(due, await Store.NextDueAsync(Never));
        Assert.Empty(await ClaimAsync(due.AddMilliseconds(-1), 10));
        var claimed = Assert.Single(await Store.ClaimDueAsync(due, Lease, 10, Never));
        Assert.Equal((due, TimeSpan.Zero), (claimed.DueAt, claimed.DueAt.Offset));
        Assert.Equal(SomeRows.Payload(1), claimed.Payload.ToArray());
    }

    [Fact]
    public async Task A_lease_runs_out()
    {
        await CommitAsync(SomeRows.Reminding(Ann, 1, At(0)));

        Assert.Equal([1], await ClaimAsync(At(0), 10));
        Assert.Empty(await ClaimAsync(At(0) + Lease - TimeSpan.FromMilliseconds(1), 10));
        Assert.Equal([1], await ClaimAsync(At(0) + Lease, 10));
    }

    [Fact]
    public async Task A_lease_that_ran_out_comes_before_what_is_due_later()
    {
        await CommitAsync(SomeRows.Reminding(Ann, 1, At(0)));
        await ClaimAsync(At(0), 10);
        await CommitAsync(SomeRows.Reminding(Ann, 2, At(1)));

        Assert.Equal([1, 2], await ClaimAsync(At(30), 10));
    }

    [Fact]
    public async Task Replacing_frees_the_hold_and_moves_the_time()
    {
        await CommitAsync(SomeRows.Reminding(Ann, 1, At(0)));
        await ClaimAsync(At(0), 10);
        await CommitAsync(SomeRows.Reminding(Ann, 1, At(2)));

        Assert.Equal(At(2), await Store.NextDueAsync(Never));
        Assert.Empty(await ClaimAsync(At(1), 10));
        Assert.Equal([1], await ClaimAsync(At(2), 10));
    }

    [Fact]
    public async Task A_dropped_reminder_never_comes_again()
    {
        await CommitAsync(SomeRows.Reminding(Ann, 1, At(0)));
        await ClaimAsync(At(0), 10);
        await CommitAsync(SomeRows.Dropping(Ann, 1));
        await CommitAsync(SomeRows.Dropping(Ann, 1));
        await ReopenAsync();

        Assert.Null(await Store.NextDueAsync(Never));
        Assert.Empty(await ClaimAsync(At(59), 10));
    }

    [Fact]
    public async Task Nobody_can_drop_another_persons_reminder()
    {
        await CommitAsync(SomeRows.Reminding(Ann, 1, At(0)));
        await CommitAsync(SomeRows.Dropping(Ben, 1));

        Assert.Equal([1], await ClaimAsync(At(0), 10));
    }

    [Fact]
    public async Task A_restart_loses_no_reminder()
    {
        await CommitAsync(SomeRows.Reminding(Ann, long.MaxValue, At(0)));
        await ClaimAsync(At(0), 10);
        await ReopenAsync();

        Assert.Equal([long.MaxValue], await ClaimAsync(At(0) + Lease, 10));
    }

    [Fact]
    public async Task Two_claims_at_once_never_share_a_reminder()
    {
        for (var i = 1; i <= 200; i++)
        {
            await CommitAsync(SomeRows.Reminding(i % 2 == 0 ? Ann : Ben, i, At(0)));
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ClaimAsync(At(1), 10))));

        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), claims.SelectMany(ids => ids).Order());
    }

    private static DateTimeOffset At(int minute) => new(2026, 3, 2, 9, minute, 0, TimeSpan.Zero);

    private async Task<List<long>> ClaimAsync(DateTimeOffset now, int limit) =>
        [.. (await Store.ClaimDueAsync(now, Lease, limit, Never)).Select(row => row.Reminder.Value)];
}
