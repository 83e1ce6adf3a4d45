using System.Globalization;
using Discord.WebSocket;
using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Benchmarks.Acknowledging;

/// <summary>
/// The verb <c>discord</c>: how soon an interaction is acknowledged, 32 at a time, while pings go out. RepairBot and Discord.Net's own ways
/// take turns on a fresh Discord on loopback each, in this process. Medians over the rounds.
/// </summary>
internal static class DiscordVerb
{
    private const int AtOnce = 32;
    private const int Pinged = 64;
    private const string Callback = "POST /interactions/{interaction_id}/{interaction_token}/callback";

    private static readonly TimeSpan SlowStore = TimeSpan.FromMilliseconds(500);

    // 40 a second: less than the 50 a bot may send in all, and less than five in five seconds to any one person.
    private static readonly TimeSpan BetweenPings = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan PingsFirst = TimeSpan.FromSeconds(1);
    private static readonly Allowance Many = new(10_000, TimeSpan.FromSeconds(1));

    // A bucket of each interaction's own, as follow-ups have it.
    private static readonly Allowance OfOneToken = new(5, TimeSpan.FromSeconds(1));

    private static readonly Dictionary<string, Func<LoopbackServer, Task<IContender>>> Contenders = new()
    {
        ["RepairBot"] = discord => WholeBot.StartAsync(discord, TimeSpan.Zero),
        ["RepairBot, store 500 ms slower"] = discord => WholeBot.StartAsync(discord, SlowStore),
        ["Discord.Net RespondAsync"] = discord => LibraryAlone.StartAsync(discord, RespondAsync, insideHandler: false),
        ["Discord.Net DeferAsync"] = discord => LibraryAlone.StartAsync(discord, DeferAsync, insideHandler: false),
        ["Discord.Net RespondAsync, in the handler"] = discord => LibraryAlone.StartAsync(discord, RespondAsync, insideHandler: true),
        ["Discord.Net DeferAsync, in the handler"] = discord => LibraryAlone.StartAsync(discord, DeferAsync, insideHandler: true),
    };

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var chosen = Contenders.Where(one => options.Only is null || one.Key == options.Only).ToList();
        foreach (var (_, start) in chosen)
        {
            // What has to be compiled is compiled before anything counts.
            await RoundAsync(start, options.Interactions / 10, callbackHeaders: false);
        }

        foreach (var (headers, interactions) in new[] { (false, options.Interactions), (true, options.Interactions / 10) })
        {
            var rounds = chosen.ToDictionary(one => one.Key, _ => new List<Round>());
            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var (name, start) in chosen)
                {
                    await Console.Error.WriteLineAsync($"round {round + 1}: {name}");
                    rounds[name].Add(await RoundAsync(start, interactions, headers));
                }
            }

            Say(rounds, interactions, headers, options.Rounds);
        }

        return 0;
    }

    private static async Task<Round> RoundAsync(Func<LoopbackServer, Task<IContender>> start, int interactions, bool callbackHeaders)
    {
        await using var discord = await LoopbackServer.StartAsync(new LoopbackOptions
        {
            ChecksDescription = false,
            Limits = new LoopbackLimits { NewDirectMessages = Many },
        });
        discord.RateLimits.Buckets["POST /users/@me/channels"] = Many;
        if (callbackHeaders)
        {
            discord.RateLimits.Buckets[Callback] = OfOneToken;
        }

        var acting = People(discord, "acting", AtOnce);
        var pinged = People(discord, "pinged", Pinged);
        await using var bot = await start(discord);
        await bot.MeetAsync([.. acting, .. pinged]);

        using var over = new CancellationTokenSource();
        var pinging = PingAsync(bot, pinged, over.Token);
        await Task.Delay(PingsFirst, TimeProvider.System);
        var before = pinged.Sum(person => person.Direct.Count);
        var crowd = new Crowd(discord, acting);
        var began = TimeProvider.System.GetTimestamp();
        await crowd.ActAsync(interactions);
        var all = TimeProvider.System.GetElapsedTime(began);
        var pings = pinged.Sum(person => person.Direct.Count) - before;
        await over.CancelAsync();
        await pinging;
        return Round.Of(crowd, all, pings);
    }

    private static List<LoopbackUser> People(LoopbackServer discord, string name, int count) =>
        [.. Enumerable.Range(0, count).Select(number => discord.AddUser(string.Create(CultureInfo.InvariantCulture, $"{name}-{number}")))];

    private static async Task PingAsync(IContender bot, List<LoopbackUser> people, CancellationToken over)
    {
        using var timer = new PeriodicTimer(BetweenPings, TimeProvider.System);
        var sending = new List<Task>();
        while (!over.IsCancellationRequested)
        {
            sending.Add(bot.PingAsync(people[sending.Count % people.Count]));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        await Task.WhenAll(sending);
    }

    private static Task RespondAsync(SocketInteraction interaction) => interaction.RespondAsync("Noted.", ephemeral: true);

    private static Task DeferAsync(SocketInteraction interaction) => interaction.DeferAsync(ephemeral: true);

    private static void Say(Dictionary<string, List<Round>> rounds, int interactions, bool headers, int count)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{interactions} interactions, {AtOnce} at a time, callbacks {(headers ? "with a bucket each (5 a second) and its headers" : "without limit and headers")}; medians of {count} rounds"));
        Console.WriteLine("| who | p50 ms | p99 ms | longest ms | p99 once warm ms | not in 3 s | all took s | pings shown |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, measured) in rounds)
        {
            var figures = Enumerable.Range(0, Round.Figures).Select(figure => measured.Select(one => one[figure]).Order().ElementAt(count / 2));
            Console.WriteLine($"| {name} | {string.Join(" | ", figures.Select(median => median.ToString("0.#", CultureInfo.InvariantCulture)))} |");
        }

        Console.WriteLine();
    }
}
