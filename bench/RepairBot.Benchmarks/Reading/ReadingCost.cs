using System.Diagnostics;
using RepairBot.Core.Coaching;
using RepairBot.Core.Reading;
using RepairBot.Core.Screening;

namespace RepairBot.Benchmarks.Reading;

/// <summary>
/// What the readers of words cost: a usual draft, and ten thousand characters of what is worst for them: each rule's own example, over and
/// over, and signs without sense.
/// </summary>
internal static class ReadingCost
{
    private const int Characters = 10_000;
    private const int DraftRepeats = 400;
    private const int LongRepeats = 5;

    private static readonly TimeSpan MostForDraft = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MostForLong = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);

    private static readonly string[] Senseless = ["i ", "if ", "a", "' \" ", "\U0001F62D", "\u0301\u200B", "\uD83D", "(((((( ", "qzvx wjkq pfgh "];

    private const string Draft =
        "I was late again on Tuesday and you sat alone in that restaurant for forty minutes with everyone looking. I said the traffic was bad, and that "
        + "was not true; I stayed at my desk because I did not want to stop. You felt foolish, and no wonder. From now on I leave at five and text you from the train.";

    public static void Run()
    {
        var screen = new Screen();
        var readers = new (string Name, Action<string> Read)[]
        {
            ("screen", text => screen.Read(text, "en")),
            ("draft", text => DraftReader.Read(text)),
            ("horsemen", text => HorsemenReader.Read(text)),
        };
        foreach (var (name, read) in readers)
        {
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Warm;)
            {
                read(Draft);
            }

            Say($"{name}: a draft of {Draft.Split(' ').Length} words", [Measure(read, Draft, DraftRepeats)], MostForDraft);
            Say($"{name}: {Characters} characters of one thing", [.. Hostile().Select(text => Measure(read, text, LongRepeats))], MostForLong);
        }
    }

    private static IEnumerable<string> Hostile() => new[] { "Screening", "Coaching" }
        .SelectMany(capability => new[] { "en", "es", "de" }.SelectMany(language => LexiconLoader.Load(language, capability).Rules))
        .Select(rule => rule.Catch + " ")
        .Concat(Senseless)
        .Distinct()
        .Select(part => string.Concat(Enumerable.Repeat(part, (Characters / part.Length) + 1))[..Characters]);

    private static (TimeSpan Time, long Bytes) Measure(Action<string> read, string text, int repeats)
    {
        var times = new TimeSpan[repeats];
        var bytes = 0L;
        for (var i = 0; i < repeats; i++)
        {
            var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            read(text);
            times[i] = Stopwatch.GetElapsedTime(start);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Array.Sort(times);
        return (times[repeats / 2], bytes);
    }

    private static void Say(string what, (TimeSpan Time, long Bytes)[] costs, TimeSpan most) => Console.WriteLine(
        $"{what,-46} {costs.Length,5} texts   slowest {costs.Max(cost => cost.Time).TotalMilliseconds,7:0.00} ms (wanted {most.TotalMilliseconds:0})   "
        + $"most memory {costs.Max(cost => cost.Bytes) / 1e6,6:0.00} MB (wanted 10)");
}
