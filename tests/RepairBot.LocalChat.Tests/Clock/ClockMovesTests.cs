using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using RepairBot.LocalChat.Clock;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.LocalChat.Tests.Clock;

public sealed class ClockMovesTests : IDisposable
{
    private static readonly PersonId Ana = new(Guid.Parse("6b1c7d64-0d52-4a54-9a52-3f0f3f2a9d01"));

    private readonly TemporaryDirectory folder = new();
    private readonly ManualTime machine = new();
    private readonly InMemoryStore store = new();
    private readonly LocalClock clock;
    private readonly List<(string Reminder, DateTimeOffset ServedAt)> served = [];
    private readonly ClockMoves moves;
    private readonly DateTimeOffset start;

    public ClockMovesTests()
    {
        clock = LocalClock.Open(folder.Path, machine);
        moves = new ClockMoves(clock, store, ServeDueAsync, NullLogger<ClockMoves>.Instance);
        start = clock.GetUtcNow();
    }

    public void Dispose()
    {
        moves.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_move_stops_at_every_due_time_in_order_and_serves_what_is_due_there()
    {
        await SetAsync(2, TimeSpan.FromDays(3));
        await SetAsync(1, TimeSpan.FromDays(1));
        await SetAsync(3, TimeSpan.FromDays(9));

        var reading = await moves.MoveAsync(TimeSpan.FromDays(7), CancellationToken.None);

        Assert.Equal([("1", start.AddDays(1)), ("2", start.AddDays(3))], served);
        Assert.Equal(new ClockReading(start.AddDays(7), start.AddDays(9)), reading);
    }

    [Fact]
    public async Task What_is_set_on_the_way_is_served_on_the_way()
    {
        await SetAsync(1, TimeSpan.FromDays(1), then: TimeSpan.FromDays(2));

        await moves.MoveAsync(TimeSpan.FromDays(4), CancellationToken.None);

        Assert.Equal([start.AddDays(1), start.AddDays(3)], served.Select(one => one.ServedAt));
    }

    [Fact]
    public async Task A_reminder_due_at_the_very_end_is_served()
    {
        await SetAsync(1, TimeSpan.FromDays(1));

        await moves.MoveAsync(TimeSpan.FromDays(1), CancellationToken.None);

        Assert.Equal([("1", start.AddDays(1))], served);
    }

    [Fact]
    public async Task Asleep_moves_first_and_serves_afterwards()
    {
        await SetAsync(1, TimeSpan.FromDays(1));
        await SetAsync(2, TimeSpan.FromDays(3));

        await moves.SleepAsync(TimeSpan.FromDays(7), CancellationToken.None);

        Assert.Equal([("1", start.AddDays(7)), ("2", start.AddDays(7))], served);
    }

    [Fact]
    public async Task A_move_of_nothing_serves_what_is_due()
    {
        await SetAsync(1, TimeSpan.Zero);

        await moves.MoveAsync(TimeSpan.Zero, CancellationToken.None);

        Assert.Equal([("1", start)], served);
    }

    [Fact]
    public async Task A_reminder_that_nobody_could_serve_does_not_stop_time()
    {
        await SetAsync(1, TimeSpan.FromDays(1));
        await store.ClaimDueAsync(start.AddDays(1), TimeSpan.FromDays(400), 1, CancellationToken.None);

        var reading = await moves.MoveAsync(TimeSpan.FromDays(7), CancellationToken.None);

        Assert.Equal(start.AddDays(7), reading!.Value.Now);
    }

    [Fact]
    public async Task Moves_at_the_same_time_add_up()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => moves.MoveAsync(TimeSpan.FromHours(1), CancellationToken.None)));

        Assert.Equal(start.AddHours(10), clock.GetUtcNow());
    }

    [Fact]
    public async Task The_end_of_its_range_is_refused_and_moves_nothing()
    {
        clock.MoveTo(start + LocalClock.FarthestAhead);

        Assert.Null(await moves.MoveAsync(TimeSpan.FromSeconds(1), CancellationToken.None));
        Assert.Equal(start + LocalClock.FarthestAhead, clock.GetUtcNow());
    }

    private async Task SetAsync(long id, TimeSpan after, TimeSpan then = default)
    {
        var payload = BitConverter.GetBytes(then.Ticks);
        await store.CommitAsync(
            new Commit { Person = Ana, Reminders = [new StoredReminder(Ana, new ReminderId(id), clock.GetUtcNow() + after, payload)] }, CancellationToken.None);
    }

    private async Task ServeDueAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await store.ClaimDueAsync(clock.GetUtcNow(), TimeSpan.FromMinutes(1), 100, cancellationToken))
        {
            served.Add(($"{due.Reminder.Value}", clock.GetUtcNow()));
            await store.CommitAsync(new Commit { Person = Ana, Dropped = [due.Reminder] }, cancellationToken);
            var then = new TimeSpan(BitConverter.ToInt64(due.Payload.Span));
            if (then > TimeSpan.Zero)
            {
                await SetAsync(due.Reminder.Value + 100, then);
            }
        }
    }
}
