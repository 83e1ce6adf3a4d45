using System.Collections.Immutable;
using System.Diagnostics;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;
using RepairBot.Core.Privacy;
using RepairBot.Core.Repairs;
using RepairBot.Core.Screening;
using RepairBot.Core.Storage;
using RepairBot.Testing;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.Benchmarks.Turns;

/// <summary>
/// What one turn costs over a whole full repair: the pure turn alone, and with its records opened before and its outcome sealed after,
/// as the turn loop does it. Words are short, so that reading them counts as in a usual answer.
/// </summary>
internal static class TurnCost
{
    private const int Repeats = 400;
    private const int MostTurns = 80;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);

    private static readonly PersonId Someone = new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));

    public static void Run()
    {
        var shelf = GuideShelf.Load(Repository.Guides);
        var lines = ((HelpLinesReading.Usable)HelpLinesFile.Load(Repository.HelpLines)).Lines;
        var host = new Operator("a bench", "", "", null, "en", TimeSpan.FromDays(90));
        using var turn = new Turn(new Readers(new Screen(), lines, shelf, host));
        var path = Record(turn);

        using var directory = new TemporaryDirectory();
        using var keys = KeyRing.Open(directory.PathOf("keys"), Path.Combine(directory.PathOf("keys"), "master.key"), false, new ManualTime());
        var sealer = new SealedState(new Sealer(keys));
        WarmUp(turn, sealer, path);
        var alone = path.Select(step => Measure(() => turn.Take(step.Scene, step.Event))).ToList();
        var presses = path.Zip(alone).Where(pair => pair.First.Event is ChatEvent.Pressed { Fields.Count: 0 }).Select(pair => pair.Second).ToList();
        var whole = path.Select(step => Measure(Whole(turn, sealer, step.Scene, step.Event))).ToList();
        Console.WriteLine($"{path.Count} turns of a full repair, {Repeats} times each, medians over the turns");
        Say("turn alone", alone);
        Say("of which presses and choices", presses);
        Say("with open and seal", whole);
        Part("head", path.Select(step => step.Scene.Person));
        Part("repair", path.Select(step => step.Scene.Repair).OfType<Repair>());
        Part("live message", path.Select(step => step.Scene.Live).OfType<Message>());
        Console.WriteLine($"messages a turn: {path.Average(step => turn.Take(step.Scene, step.Event).Messages.Length):0.0}");

        void Part<T>(string what, IEnumerable<T> values)
            where T : notnull
        {
            var all = values.ToList();
            var sealedOnes = all.ConvertAll(value => Seal(sealer, 0, value));
            Console.WriteLine($"{what}: {Median(all.Select(value => (double)StateJson.Write(value).Length)):0} bytes");
            Say("  write and seal, once opened", sealedOnes.ConvertAll(Reseal));
            Say("  open and read", sealedOnes.ConvertAll(value => Measure(() => Open<T>(sealer, 0, value))));

            (double Microseconds, double Bytes) Reseal(ReadOnlyMemory<byte> value)
            {
                var opened = Open<T>(sealer, 0, value);
                return Measure(() => Seal(sealer, 0, opened));
            }
        }
    }

    // Readers load their lexicons with their first text, and the runtime compiles what is used a lot once more, with some delay.
    private static void WarmUp(Turn turn, SealedState sealer, List<(Scene Scene, ChatEvent Event)> path)
    {
        var wholes = path.ConvertAll(step => Whole(turn, sealer, step.Scene, step.Event));
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Warm;)
        {
            wholes.ForEach(whole => whole());
        }
    }

    private static void Say(string what, List<(double Microseconds, double Bytes)> costs) => Console.WriteLine(
        $"{what,-30} {Median(costs.Select(cost => cost.Microseconds)),8:0.0} µs  {Median(costs.Select(cost => cost.Bytes)) / 1024,8:0.0} KB   "
        + $"(slowest turn {costs.Max(cost => cost.Microseconds):0.0} µs)");

    private static (double Microseconds, double Bytes) Measure(Action action)
    {
        for (var i = 0; i < Repeats / 4; i++)
        {
            action();
        }

        var times = new double[Repeats];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return (Median(times), (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Repeats);
    }

    private static Action Whole(Turn turn, SealedState sealer, Scene scene, ChatEvent chatEvent)
    {
        var head = Seal(sealer, 0, scene.Person);
        var repair = scene.Repair is null ? default : Seal(sealer, 1, scene.Repair);
        var live = scene.Live is null ? default : Seal(sealer, 2, scene.Live);
        return () =>
        {
            var opened = scene with
            {
                Person = Open<Person>(sealer, 0, head),
                Repair = repair.IsEmpty ? null : Open<Repair>(sealer, 1, repair),
                Live = live.IsEmpty ? null : Open<Message>(sealer, 2, live),
            };
            opened = opened with { Target = opened.Live };
            var outcome = turn.Take(opened, chatEvent);
            Seal(sealer, 0, outcome.Person);
            foreach (var changed in outcome.Repairs)
            {
                Seal(sealer, 1, changed);
            }

            foreach (var message in outcome.Messages)
            {
                Seal(sealer, 2, message);
            }
        };
    }

    private static ReadOnlyMemory<byte> Seal<T>(SealedState sealer, long id, T value)
        where T : notnull =>
        sealer.Seal(Core.Privacy.Seal.OfRecord(Someone, new RecordId(id), 1), value);

    private static T Open<T>(SealedState sealer, long id, ReadOnlyMemory<byte> payload)
        where T : notnull =>
        sealer.Open<T>(Core.Privacy.Seal.OfRecord(Someone, new RecordId(id), 1), payload);

    // Walks the full path once and keeps what each turn was given.
    private static List<(Scene Scene, ChatEvent Event)> Record(Turn turn)
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var scene = new Scene { Person = new Person(), Now = now, StartedAt = now };
        var screen = new Dictionary<MessageId, Message>();
        var path = new List<(Scene, ChatEvent)>();
        ChatEvent? next = new ChatEvent.Command("event-0", 0, "repair start", []);
        while (next is not null && path.Count < MostTurns)
        {
            path.Add((scene, next));
            var outcome = turn.Take(scene, next);
            foreach (var message in outcome.Messages)
            {
                screen[message.Id] = message;
            }

            var repair = outcome.Repairs.LastOrDefault() ?? scene.Repair;
            var live = repair is { State: RepairState.Open } ? screen.GetValueOrDefault(repair.Live) : null;
            scene = new Scene { Person = outcome.Person, Repair = repair, Live = live, Target = live, Now = now, StartedAt = now };
            next = live is null ? null : Answer(live, path.Count);
        }

        return path;
    }

    private static ChatEvent.Pressed Answer(Message question, int number)
    {
        var forward = question.Actions.First(action => action.Role == ActionRole.Forward);
        var action = question.Step == "length" ? question.Actions.First(one => one.Name == "full") : forward;
        ImmutableArray<string> values = question.Step == "heat-before" ? ["8"] : action.Options.Length > 0 ? [action.Options[0].Value] : [];
        var fields = action.Fields.ToImmutableDictionary(
            field => field.Id,
            field => field.Value is { IsBlank: false } filled ? filled : new PrivateText("On Tuesday at six I called Sam and said that I was late again."));
        return new ChatEvent.Pressed($"event-{number}", (ulong)number, question.Id, action.Id, values, fields);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
