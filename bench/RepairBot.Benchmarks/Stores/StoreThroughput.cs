using System.Diagnostics;

namespace RepairBot.Benchmarks.Stores;

/// <summary>The verb <c>stores</c>.</summary>
internal static class StoreThroughput
{
    private const string Append = "grouped append";

    private sealed record Figure(double PerSecond, double Median, double Slow, double Processor);

    public static async Task RunAsync(BenchOptions options)
    {
        Console.WriteLine($"A turn: read head, read repair, commit {TurnWork.Bytes} bytes in 4 rows. {options.Rounds} interleaved rounds of");
        Console.WriteLine($"{options.Round.TotalSeconds:0.#} s, medians. {Environment.ProcessorCount} processors, directory {options.Directory}.");
        Console.WriteLine();
        Console.WriteLine("| people | target | turns/s | p50 µs | p99 µs | processor µs a turn | of append |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var people in options.People)
        {
            var figures = await MeasureAsync(options, people);
            var most = figures.TryGetValue(Append, out var append) ? append.PerSecond : double.NaN;
            foreach (var (name, figure) in figures)
            {
                Console.WriteLine(
                    $"| {people} | {name} | {figure.PerSecond:N0} | {figure.Median:N0} | {figure.Slow:N0} | {figure.Processor:N0} | "
                    + $"{figure.PerSecond / most:0.00} |");
            }
        }
    }

    private static async Task<Dictionary<string, Figure>> MeasureAsync(BenchOptions options, int people)
    {
        var root = Directory.CreateDirectory(Path.Combine(options.Directory, $"repairbot-bench-{Environment.ProcessId}-{people}"));
        var targets = new Dictionary<string, ITurnTarget> { [Append] = new GroupedAppend(Path.Combine(root.FullName, "append")) };
        try
        {
            foreach (var (name, open) in StoreTargets.All.Where(target => options.Only is null || options.Only == target.Key))
            {
                targets[name] = new StoreTarget(open(Path.Combine(root.FullName, name)));
            }

            foreach (var target in targets.Values)
            {
                await RoundAsync(target, people, options.Round / 2);
            }

            var rounds = targets.Keys.ToDictionary(name => name, _ => new List<Figure>());
            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var (name, target) in targets)
                {
                    rounds[name].Add(await RoundAsync(target, people, options.Round));
                }
            }

            return rounds.ToDictionary(pair => pair.Key, pair => new Figure(
                Quantile([.. pair.Value.Select(figure => figure.PerSecond)], 0.5),
                Quantile([.. pair.Value.Select(figure => figure.Median)], 0.5),
                Quantile([.. pair.Value.Select(figure => figure.Slow)], 0.5),
                Quantile([.. pair.Value.Select(figure => figure.Processor)], 0.5)));
        }
        finally
        {
            foreach (var target in targets.Values)
            {
                await target.DisposeAsync();
            }

            root.Delete(recursive: true);
        }
    }

    private static async Task<Figure> RoundAsync(ITurnTarget target, int people, TimeSpan duration)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(1, people).Select(person => Task.Run(async () =>
        {
            var took = new List<double>();
            while (clock.Elapsed < duration)
            {
                var started = Stopwatch.GetTimestamp();
                await target.TurnAsync(person);
                took.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }

            return took;
        })));
        var elapsed = clock.Elapsed.TotalSeconds;
        double[] all = [.. times.SelectMany(took => took)];
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / all.Length;
        return new Figure(all.Length / elapsed, Quantile(all, 0.5), Quantile(all, 0.99), used);
    }

    private static double Quantile(double[] values, double at)
    {
        Array.Sort(values);
        return values[(int)((values.Length - 1) * at)];
    }
}
