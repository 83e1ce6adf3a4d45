using System.Globalization;
using System.Text.Json;
using RepairBot.LocalChat.Tests.Harness;
using Xunit.Abstractions;

namespace RepairBot.Tests.Running;

/// <summary>The real program, killed at every step of the whole way.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const string WholeWay = "full-hurt-them.md";

    public static TheoryData<string> Stores => [.. Composition.Stores.Select(store => store.ToString())];

    // Pairs walk at once, a step apart, and each kill hits all of them: with 4 pairs every fourth call ends in one, and every step
    // has its kill all the same, right after an answer and before one. 1 kills at each single call.
    private static int Pairs =>
        int.TryParse(Environment.GetEnvironmentVariable("REPAIRBOT_KILL_PAIRS"), CultureInfo.InvariantCulture, out var pairs) && pairs > 0 ? pairs : 4;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Killed_at_every_step_it_goes_on_there_and_nothing_is_lost_or_doubled(string store)
    {
        using var bot = new LocalChatProcess("--RepairBot:Store", store);
        await bot.StartAsync();
        var answered = Enumerable.Range(0, Pairs).Select(i => new InterruptedWalk(bot, $"answered-{i}", WholeWay)).ToList();
        var cutOff = Enumerable.Range(0, Pairs).Select(i => new InterruptedWalk(bot, $"cut-off-{i}", WholeWay)).ToList();
        var everyone = answered.Concat(cutOff).ToList();
        for (var i = 0; i < Pairs; i++)
        {
            await GoOnAsync(answered[i], i);
            await GoOnAsync(cutOff[i], i);
        }

        var kills = 0;
        while (everyone.Exists(walk => walk.HasMore))
        {
            var lastAnswered = answered.Where(walk => walk.Prepare()).ToList();
            var lastCutOff = cutOff.Where(walk => walk.Prepare()).ToList();
            await Task.WhenAll(lastAnswered.Select(walk => walk.SendAsync()));
            var sent = lastCutOff.Select(walk => (Walk: walk, Sending: walk.TrySendAsync())).ToList();
            await KillSoonAsync(bot, kills++, [.. sent.Select(call => call.Sending)]);
            await bot.StartAsync();

            foreach (var walk in lastAnswered)
            {
                await walk.CheckAnsweredAsync();
            }

            foreach (var (walk, sending) in sent)
            {
                await (await sending ? walk.CheckAnsweredAsync() : walk.SendAgainAndCheckAsync());
            }

            await Task.WhenAll(everyone.Select(walk => GoOnAsync(walk, Pairs - 1)));
        }

        var (kept, never) = (cutOff.Sum(walk => walk.KeptUnanswered), cutOff.Sum(walk => walk.NeverTaken));
        output.WriteLine($"{store}: {kills} kills; without an answer yet: {kept} calls were on the disk, {never} were not.");
        Assert.True(kept + never > kills / 2, "Too few calls were under way when the kills came.");

        var calm = new InterruptedWalk(bot, "calm", WholeWay);
        await GoOnAsync(calm, int.MaxValue);
        // What one notices in an exercise is no answer; it stands in the conversation alone, which was compared above.
        var expected = Facts(await calm.ExportAsync());
        Assert.All(calm.Said.Where(said => said.Step != "exercise"), said => Assert.Contains(expected, fact =>
            fact.StartsWith($"answers: step = {said.Step} |", StringComparison.Ordinal) && fact.Contains(said.Words, StringComparison.Ordinal)));
        foreach (var walk in everyone)
        {
            Assert.Equal(expected, Facts(await walk.ExportAsync()));
            Assert.Equal(calm.Said, walk.Said);
        }
    }

    private static async Task GoOnAsync(InterruptedWalk walk, int calls)
    {
        for (var i = 0; i < calls && walk.HasMore; i++)
        {
            await walk.GoOnAsync();
        }
    }

    // At different moments of a call: at once, while it is read, while it is written; at the latest when the first is answered.
    private static async Task KillSoonAsync(LocalChatProcess bot, int turn, Task[] sending)
    {
        await Task.WhenAny([.. sending, Task.Delay(TimeSpan.FromMilliseconds(turn % 8), TimeProvider.System)]);
        await bot.KillAsync();
    }

    // Everything but ids and instants: one line for each answer, rating and promise.
    private static List<string> Facts(string export)
    {
        using var json = JsonDocument.Parse(export);
        return [.. json.RootElement.GetProperty("repairs").EnumerateArray().SelectMany(FactsOfRepair)];
    }

    private static IEnumerable<string> FactsOfRepair(JsonElement repair) =>
        repair.EnumerateObject().SelectMany(part => part.Value.ValueKind == JsonValueKind.Array
            ? part.Value.EnumerateArray().Select(item => $"{part.Name}: {Plain(item)}")
            : part.NameEquals("state") ? [$"state: {part.Value}"] : []);

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => string.Join(" | ", value.EnumerateObject().Where(member => !IsInstant(member.Name)).Select(member => $"{member.Name} = {Plain(member.Value)}")),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Plain)),
        _ => value.ToString(),
    };

    private static bool IsInstant(string member) => member is "at" || member.EndsWith("At", StringComparison.Ordinal);
}
