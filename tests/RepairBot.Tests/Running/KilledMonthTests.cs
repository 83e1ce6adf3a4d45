using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using NodaTime;
using RepairBot.Core.CheckIns;
using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Transcripts;
using Xunit.Abstractions;

namespace RepairBot.Tests.Running;

/// <summary>
/// A month with one promise on the real program, over HTTP alone, which is killed every day: while it moves the clock and serves what is due,
/// and while it takes an answer.
/// </summary>
public sealed class KilledMonthTests(ITestOutputHelper output)
{
    private const string Ana = "ana";
    private const int Days = 33;

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly TimeOnly AnswerTime = new(20, 0);
    private static readonly TimeSpan SoonAfter = TimeSpan.FromMinutes(10);

    // What Ana presses at each check-in two hours after it, by the day after the act; on day 14 she is asked again on day 17.
    private static readonly Dictionary<int, string[]> Presses = new()
    {
        [1] = ["kept", "skip"],
        [3] = ["partly", "skip"],
        [7] = ["not-yet", "same", "skip"],
        [14] = ["later", "in-three-days"],
        [17] = [],
        [30] = ["end", "skip"],
    };

    private int calls;

    public static TheoryData<string> Stores => [.. Composition.Stores.Select(store => store.ToString())];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_ping_comes_on_its_day_and_hour_and_every_answer_counts_once_though_it_is_killed_every_day(string store)
    {
        using var bot = new LocalChatProcess("--RepairBot:Store", store);
        await bot.StartAsync();
        var player = new ChatPlayer(bot.As(Ana));
        var act = await PromiseForTomorrowAsync(player);
        var start = WallClock.NextAt(AnswerTime, await NowAsync(bot), London);
        await AdvanceAsync(bot, start);
        var pings = new List<(int Day, WallTime At)>();
        var kills = 0;
        for (var day = 1; day <= Days; day++)
        {
            kills += await MoveIntoAKillAsync(bot, WallClock.NextAt(AnswerTime, start, London, day), after: day % 8);
            foreach (var ping in await NewPingsAsync(bot, player))
            {
                var at = WallTime.Of(ping.At, London);
                var since = at.Day.DayNumber - act.DayNumber;
                pings.Add((since, at));
                foreach (var press in Presses[since])
                {
                    kills += await PressIntoAKillAsync(bot, player, press, after: kills % 5);
                }
            }
        }

        Assert.Equal(Presses.Keys, pings.Select(ping => ping.Day));
        Assert.All(pings, ping => Assert.InRange(ping.At.Time, new TimeOnly(18, 0), new TimeOnly(18, 0).Add(SoonAfter)));
        Assert.True(kills >= Days);

        await AssertStoryAsync(bot, act);
        output.WriteLine($"{store}: {kills} kills in {Days} days.");
    }

    private static async Task<DateOnly> PromiseForTomorrowAsync(ChatPlayer player)
    {
        foreach (var line in ChatPlayer.LinesOf("starts/promise.md"))
        {
            await player.PlayAsync(line.Verb == "types" && line.Text.StartsWith("On Tuesday", StringComparison.Ordinal)
                ? line with { Text = "Tomorrow at seven I cook and ask Jo before supper how his day was." }
                : line);
        }

        return WallClock.DayOf(player.InSight.Max(message => message.At), London).AddDays(1);
    }

    // Moves on to an instant with a kill on the way; what the kill cut off is done by the program that starts again.
    private static async Task<int> MoveIntoAKillAsync(LocalChatProcess bot, DateTimeOffset to, int after)
    {
        var moving = TryAsync(() => AdvanceAsync(bot, to));
        await Task.WhenAny(moving, Task.Delay(TimeSpan.FromMilliseconds(after), TimeProvider.System));
        await bot.KillAsync();
        await moving;
        await bot.StartAsync();
        await AdvanceAsync(bot, to);
        return 1;
    }

    // The same press under the same key, before the kill and after it, counts once.
    private async Task<int> PressIntoAKillAsync(LocalChatProcess bot, ChatPlayer player, string press, int after)
    {
        var choice = press == "in-three-days" ? "chooses" : "presses";
        var (what, body) = player.CallOf(new TranscriptLine(0, Ana, choice, press, [], []), $"press-{++calls}")!.Value;
        var pressing = TryAsync(() => bot.As(Ana).PostAsync(what, body));
        await Task.WhenAny(pressing, Task.Delay(TimeSpan.FromMilliseconds(after), TimeProvider.System));
        await bot.KillAsync();
        await pressing;
        await bot.StartAsync();
        var reply = await bot.As(Ana).PostAsync(what, body);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        player.Show(await bot.As(Ana).MessagesAsync());
        return 1;
    }

    private static async Task<List<ShownMessage>> NewPingsAsync(LocalChatProcess bot, ChatPlayer player)
    {
        var feed = await bot.As(Ana).MessagesAsync(player.Seq);
        player.Show(feed);
        return [.. feed.Messages.Where(message => message is { Kind: "check-in", Edited: false })];
    }

    private static async Task AssertStoryAsync(LocalChatProcess bot, DateOnly act)
    {
        var files = (await bot.As(Ana).CommandAsync("mydata export")).Feed!.Messages.Select(message => message.File).OfType<ShownFile>().ToList();
        using var json = JsonDocument.Parse(await ReadAsync(".json"));
        var repair = json.RootElement.GetProperty("repairs")[0];
        (int Day, string Said)[] said = [(1, "kept"), (3, "partly"), (7, "not-yet"), (30, "end")];
        Assert.Equal(
            said.Select(one => (act.AddDays(one.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.Said)),
            repair.GetProperty("checkIns").EnumerateArray().Select(one => (one.GetProperty("askedOn").GetString()!, one.GetProperty("said").GetString()!)));
        Assert.Contains("in-three-days", repair.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("text").GetString()));
        var markdown = await ReadAsync(".md");
        Assert.All(said, one => Assert.Contains($"{act.AddDays(one.Day):yyyy-MM-dd}, {one.Said}: Tomorrow at seven I cook", markdown, StringComparison.Ordinal));

        Task<string> ReadAsync(string kind) =>
            bot.Http.GetStringAsync(new Uri(files.Single(file => file.Name.EndsWith(kind, StringComparison.Ordinal)).Url, UriKind.Relative));
    }

    private static async Task<bool> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static async Task AdvanceAsync(LocalChatProcess bot, DateTimeOffset to)
    {
        var by = to - await NowAsync(bot);
        if (by > TimeSpan.Zero)
        {
            await ClockAsync(bot, by);
        }
    }

    private static async Task ClockAsync(LocalChatProcess bot, TimeSpan by)
    {
        var advance = string.Create(CultureInfo.InvariantCulture, $"PT{(long)by.TotalSeconds + 1}S");
        using var content = new StringContent(JsonSerializer.Serialize(new { advance }), Encoding.UTF8, "application/json");
        using var response = await bot.Http.PostAsync(new Uri("/api/clock", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<DateTimeOffset> NowAsync(LocalChatProcess bot)
    {
        using var json = JsonDocument.Parse(await bot.Http.GetStringAsync(new Uri("/api/clock", UriKind.Relative)));
        return json.RootElement.GetProperty("now").GetDateTimeOffset();
    }
}
