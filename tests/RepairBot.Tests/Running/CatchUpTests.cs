using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using RepairBot.LocalChat.Tests.Harness;
using Xunit.Abstractions;

namespace RepairBot.Tests.Running;

/// <summary>Six hours without the program, with a thousand people's reminders due meanwhile, and a kill in the midst of catching up.</summary>
public sealed class CatchUpTests(ITestOutputHelper output)
{
    private const int People = 1000;
    private const int ServedBeforeTheKill = 300;

    // Each steps away for a while and wants a word at its end.
    private static readonly string[] Minutes = ["20", "30", "45", "60", "90", "120"];

    public static TheoryData<string> Stores => [.. Composition.Stores.Select(store => store.ToString())];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_thousand_people_get_one_late_note_each_in_due_order_though_it_is_killed_half_way(string store)
    {
        using var bot = new LocalChatProcess("--RepairBot:Store", store);
        await bot.StartAsync();
        var due = new DateTimeOffset[People];
        await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (person, _) => due[person] = await StepAwayAsync(bot, person));
        var last = Enumerable.Range(0, People).OrderBy(person => due[person]).ElementAt(ServedBeforeTheKill);

        var sleeping = SleepAsync(bot);
        while (!sleeping.IsCompleted && (await NotesAsync(bot, last)).Count == 0)
        {
            // Looks again as fast as it can.
        }

        await bot.KillAsync();
        Assert.False(await sleeping, "It had caught up with everybody before the kill came.");

        var clock = Stopwatch.StartNew();
        await bot.StartAsync();
        var started = clock.Elapsed;
        await MoveAsync(bot, TimeSpan.Zero);
        var done = clock.Elapsed;

        var told = new DateTimeOffset[People];
        for (var person = 0; person < People; person++)
        {
            var note = Assert.Single(await NotesAsync(bot, person));
            Assert.StartsWith("This comes late", note.Text, StringComparison.Ordinal);
            told[person] = note.At;
        }

        // Due times count in milliseconds.
        var asTold = Enumerable.Range(0, People).OrderBy(person => told[person]).Select(person => due[person].ToUnixTimeMilliseconds()).ToList();
        Assert.Equal(asTold.Order(), asTold);
        var gap = told.Order().Zip(told.Order().Skip(1)).MaxBy(pair => pair.Second - pair.First);
        var before = told.Count(at => at <= gap.First);
        Assert.InRange(before, ServedBeforeTheKill, People - 1);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{store}: start after the kill {started.TotalSeconds:F1} s, everybody told {done.TotalSeconds:F1} s after it; {before} were told before it."));
    }

    private static async Task<DateTimeOffset> StepAwayAsync(LocalChatProcess bot, int person)
    {
        var client = bot.As($"p{person}");
        var first = Question(await client.CommandAsync("steady"));
        var second = Question(await client.PressAsync(first, "answer", ["step-away"]));
        var away = Question(await client.PressAsync(second, "answer", [Minutes[person % Minutes.Length]]));
        return away.Until!.Value;
    }

    private static ShownMessage Question(Reply reply)
    {
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply.Feed!.Messages.Last(message => message.Kind == "question" && message.Actions.Count > 0);
    }

    private static async Task<List<ShownMessage>> NotesAsync(LocalChatProcess bot, int person) =>
        [.. (await bot.As($"p{person}").MessagesAsync()).Messages.Where(message => message is { Late: true, From: "bot" })];

    private static async Task<bool> SleepAsync(LocalChatProcess bot)
    {
        try
        {
            await MoveAsync(bot, TimeSpan.FromHours(6), asleep: true);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static async Task MoveAsync(LocalChatProcess bot, TimeSpan by, bool asleep = false)
    {
        var advance = string.Create(CultureInfo.InvariantCulture, $"PT{(long)by.TotalSeconds}S");
        using var content = new StringContent(JsonSerializer.Serialize(new { advance, asleep }), Encoding.UTF8, "application/json");
        using var response = await bot.Http.PostAsync(new Uri("/api/clock", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
    }
}
