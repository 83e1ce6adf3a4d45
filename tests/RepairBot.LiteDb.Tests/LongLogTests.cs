using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using RepairBot.LiteDb.Engine;
using RepairBot.Testing.Storage;

namespace RepairBot.LiteDb.Tests;

/// <summary>LiteDB's own log gets every page a reminder's place touches, over and over; it is emptied before it gets long.</summary>
public sealed class LongLogTests : IDisposable
{
    private const int People = 200;
    private const int PerPerson = 100;
    private const int Rounds = 20;
    private const long Longest = 40L * 1024 * 1024;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task However_many_reminders_move_the_log_stays_short_and_none_is_lost()
    {
        var random = new Random(1);
        var due = new SortedDictionary<long, DateTimeOffset>();
        var longest = 0L;
        await using (var store = LiteDbStore.Open(directory.PathOf("data"), NullLogger<LiteDbStore>.Instance))
        {
            for (var person = 0; person < People; person++)
            {
                await SetAsync(store, person, Enumerable.Range(0, PerPerson));
            }

            for (var round = 0; round < Rounds; round++)
            {
                for (var person = 0; person < People; person++)
                {
                    await SetAsync(store, person, [random.Next(PerPerson)]);
                    longest = Math.Max(longest, new FileInfo(directory.PathOf("data/" + Collections.LogName)).Length);
                }
            }
        }

        Assert.InRange(longest, 1, Longest);
        await using var again = LiteDbStore.Open(directory.PathOf("data"), NullLogger<LiteDbStore>.Instance);
        var claimed = await again.ClaimDueAsync(Start.AddYears(2), TimeSpan.FromMinutes(5), int.MaxValue, CancellationToken.None);
        Assert.Equal(due.Select(one => (one.Key, one.Value)).OrderBy(one => one.Value), claimed.Select(row => (row.Reminder.Value, row.DueAt)));

        async Task SetAsync(LiteDbStore store, int person, IEnumerable<int> which)
        {
            var reminders = which
                .Select(at => new StoredReminder(
                    SomeRows.Person(person + 1), new ReminderId((person * PerPerson) + at + 1), Start.AddSeconds(random.Next(31_000_000)).AddMilliseconds(due.Count), new byte[100]))
                .ToList();
            reminders.ForEach(reminder => due[reminder.Reminder.Value] = reminder.DueAt);
            await store.CommitAsync(new Commit { Person = SomeRows.Person(person + 1), Reminders = [.. reminders] }, CancellationToken.None);
        }
    }
}
