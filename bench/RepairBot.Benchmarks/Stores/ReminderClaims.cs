using System.Diagnostics;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Benchmarks.Stores;

/// <summary>
/// The verb <c>reminders</c>: pending ones lie within a year, five of each person; each claim takes about 100 that are due, and a commit
/// for each person, one after the other as the reminder loop serves them, sets them again a year later.
/// Every round is a process of its own, so that start and memory are a cold start's; few and many take turns, so that what else the machine
/// does hits both. Medians over the rounds.
/// </summary>
internal static class ReminderClaims
{
    /// <summary>The verb of one round's process: the store, its directory, how many are pending, and which round it is.</summary>
    public const string RoundVerb = "reminders-round";

    private const int Claims = 1000;
    private const int PerClaim = 100;
    private const int PerPerson = 5;
    private const int AtOnce = 64;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public static async Task RunAsync(BenchOptions options)
    {
        Console.WriteLine($"Medians of {options.Rounds} rounds of {Claims} claims each.");
        Console.WriteLine("| store | pending | open + first claim ms | memory added MB | claim 100 p50 µs | p99 µs |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (name, open) in StoreTargets.All.Where(target => options.Only is null || options.Only == target.Key))
        {
            var root = Directory.CreateDirectory(Path.Combine(options.Directory, $"repairbot-bench-{Environment.ProcessId}-{name}"));
            try
            {
                var rounds = options.Pending.ToDictionary(pending => pending, _ => new List<double[]>());
                foreach (var pending in options.Pending)
                {
                    await FillAsync(open(PathOf(root, pending)), pending);
                }

                for (var round = 0; round < options.Rounds; round++)
                {
                    foreach (var pending in options.Pending)
                    {
                        rounds[pending].Add(await RunRoundAsync(name, PathOf(root, pending), pending, round));
                    }
                }

                foreach (var (pending, measured) in rounds)
                {
                    var medians = Enumerable.Range(0, 4).Select(figure => measured.Select(one => one[figure]).Order().ElementAt(measured.Count / 2));
                    Console.WriteLine($"| {name} | {pending:N0} | {string.Join(" | ", medians.Select(median => median.ToString("N0", CultureInfo.InvariantCulture)))} |");
                }
            }
            finally
            {
                root.Delete(recursive: true);
            }
        }
    }

    /// <summary>One round in this process; writes its four figures.</summary>
    public static async Task RunRoundAsync(string[] arguments)
    {
        var (name, directory) = (arguments[0], arguments[1]);
        var (pending, round) = (int.Parse(arguments[2], CultureInfo.InvariantCulture), int.Parse(arguments[3], CultureInfo.InvariantCulture));

        // Time moves on so that each claim finds about a hundred new ones.
        var step = Year * ((double)PerClaim / pending);
        var now = Start + (step * (1 + (round * (Claims + 1))));
        var before = Memory();
        var clock = Stopwatch.StartNew();
        await using var store = StoreTargets.All[name](directory);
        await SettleAsync(store, await store.ClaimDueAsync(now, Lease, PerClaim, CancellationToken.None));
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
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{first.TotalMilliseconds:F1} {added / 1048576.0:F1} {took[Claims / 2]:F1} {took[Claims * 99 / 100]:F1}"));
    }

    private static string PathOf(DirectoryInfo root, int pending) => Path.Combine(root.FullName, pending.ToString(CultureInfo.InvariantCulture));

    private static async Task<double[]> RunRoundAsync(string name, string directory, int pending, int round)
    {
        string[] arguments =
        [
            typeof(ReminderClaims).Assembly.Location, RoundVerb, name, directory,
            pending.ToString(CultureInfo.InvariantCulture), round.ToString(CultureInfo.InvariantCulture),
        ];
        // As the program itself runs.
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcConcurrent"] = "0" },
        };
        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. line.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
    }

    private static async Task FillAsync(IStore store, int pending)
    {
        var random = new Random(1);
        foreach (var several in Enumerable.Range(0, pending / PerPerson).Chunk(AtOnce))
        {
            await Task.WhenAll(several.Select(number => store.CommitAsync(OfPerson(number, random), CancellationToken.None).AsTask()).ToList());
        }

        await store.DisposeAsync();
    }

    private static Commit OfPerson(int number, Random random)
    {
        var person = new PersonId(new Guid(number + 1, 0, 0, new byte[8]));
        return new Commit
        {
            Person = person,
            Reminders = [.. Enumerable.Range(0, PerPerson).Select(at => (number * PerPerson) + at + 1).Select(id => new StoredReminder(
                person, new ReminderId(id), Start + (Year * random.NextDouble()), TurnWork.Record(id)[..100]))],
        };
    }

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
