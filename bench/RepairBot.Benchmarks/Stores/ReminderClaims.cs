using System.Diagnostics;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Benchmarks.Stores;

/// <summary>The verb <c>reminders</c>: pending ones lie within a year; each claim takes 100 that are due and a commit drops them.</summary>
internal static class ReminderClaims
{
    private const int Claims = 200;
    private const int PerClaim = 100;
    private const int PerCommit = 500;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public static async Task RunAsync(BenchOptions options)
    {
        Console.WriteLine("| store | pending | open + first claim ms | memory added MB | claim 100 p50 µs | p99 µs | claims |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (name, open) in StoreTargets.All.Where(target => options.Only is null || options.Only == target.Key))
        {
            foreach (var pending in options.Pending)
            {
                var root = Directory.CreateDirectory(Path.Combine(options.Directory, $"repairbot-bench-{Environment.ProcessId}-{name}-{pending}"));
                try
                {
                    await FillAsync(open(root.FullName), pending);
                    await MeasureAsync(name, pending, () => open(root.FullName));
                }
                finally
                {
                    root.Delete(recursive: true);
                }
            }
        }
    }

    private static async Task FillAsync(IStore store, int pending)
    {
        var random = new Random(1);
        for (var first = 1; first <= pending; first += PerCommit)
        {
            var person = new PersonId(new Guid(first, 0, 0, new byte[8]));
            await store.CommitAsync(
                new Commit
                {
                    Person = person,
                    Reminders = [.. Enumerable.Range(first, Math.Min(PerCommit, pending - first + 1)).Select(id => new StoredReminder(
                        person, new ReminderId(id), Start + (Year * random.NextDouble()), TurnWork.Record(id)[..100]))],
                },
                CancellationToken.None);
        }

        await store.DisposeAsync();
    }

    private static async Task MeasureAsync(string name, int pending, Func<IStore> open)
    {
        // Time moves on so that each claim finds about a hundred new ones; with few pending, what was dropped is set again a year later.
        var step = Year * ((double)PerClaim / pending);
        var now = Start + step;
        var before = Memory();
        var clock = Stopwatch.StartNew();
        await using var store = open();
        await ClaimAsync(store, now);
        var first = clock.Elapsed;

        var took = new List<double>();
        for (var i = 0; i < Claims; i++)
        {
            now += step;
            var started = Stopwatch.GetTimestamp();
            var claimed = await store.ClaimDueAsync(now, Lease, PerClaim, CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            await SettleAsync(store, claimed);
        }

        var added = Memory() - before;
        took.Sort();
        Console.WriteLine(
            $"| {name} | {pending:N0} | {first.TotalMilliseconds:N0} | {added / 1048576.0:N0} | {took[Claims / 2]:N0} | {took[Claims * 99 / 100]:N0} | {Claims} |");
    }

    private static async Task ClaimAsync(IStore store, DateTimeOffset now) =>
        await SettleAsync(store, await store.ClaimDueAsync(now, Lease, PerClaim, CancellationToken.None));

    private static async Task SettleAsync(IStore store, IReadOnlyList<StoredReminder> claimed)
    {
        foreach (var of in claimed.GroupBy(reminder => reminder.Person))
        {
            await store.CommitAsync(
                new Commit { Person = of.Key, Reminders = [.. of.Select(reminder => reminder with { DueAt = reminder.DueAt + Year })] },
                CancellationToken.None);
        }
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
