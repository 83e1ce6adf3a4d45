using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Users;
using Xunit.Abstractions;

namespace RepairBot.Discord.Tests.EndToEnd;

/// <summary>The real program on Discord, killed at every step of a repair in the direct messages.</summary>
public sealed class KilledTests(ITestOutputHelper output)
{
    // Several people walk at once, a step apart, and each kill hits all of them: so every step has its kill, in every way.
    private const int Apart = 4;

    // Discord's clock jumps whenever somebody types, while others wait for an answer.
    private static readonly LoopbackLimits Limits = new()
    {
        InitialResponse = TimeSpan.FromHours(1),
        TokenLife = TimeSpan.FromHours(1),
        IdentifyPause = TimeSpan.Zero,
    };

    // How a kill meets somebody.
    private enum Way
    {
        /// <summary>Right after an answer was there.</summary>
        Answered,

        /// <summary>While a press is on its way.</summary>
        CutOff,

        /// <summary>They press while the program is dead.</summary>
        Pressing,

        /// <summary>They type while the program is dead.</summary>
        Typing,
    }

    [Theory(Timeout = 300_000)]
    [InlineData("LiteDb")]
    [InlineData("Sqlite")]
    public async Task Killed_at_every_step_it_goes_on_there_and_nothing_is_lost_or_doubled(string store)
    {
        var time = new AheadTime();
        await using var discord = await LoopbackServer.StartAsync(new LoopbackOptions { Time = time, Limits = Limits });
        discord.RateLimits.Buckets.Clear();
        using var bot = new BotProcess(discord, store);
        await bot.StartAsync();
        var people = Enum.GetValues<Way>().SelectMany(way => Enumerable.Range(0, Apart).Select(ahead =>
            (Way: way, Ahead: ahead, Walker: new Walker(discord, time, discord.AddUser($"{way}-{ahead}"), types: ahead % 2 == 0)))).ToList();
        await Task.WhenAll(people.Select(one => one.Walker.BeginAsync()));
        await Task.WhenAll(people.Select(one => GoOnAsync(one.Walker, one.Ahead)));

        var kills = 0;
        var steps = new SortedSet<string>(StringComparer.Ordinal);
        var (taken, notTaken) = (0, 0);
        while (people.Exists(one => one.Walker.Question is not null))
        {
            var going = people.Where(one => one.Walker.Question is not null).ToList();
            await Task.WhenAll(going.Where(one => one.Way == Way.Answered).Select(one => one.Walker.AnswerAsync()));
            going.RemoveAll(one => one.Walker.Question is null);
            var met = going.ConvertAll(one => (one.Way, one.Walker, Open: one.Walker.Question!));
            steps.UnionWith(met.Select(one => $"{one.Way} {Walker.StepOf(one.Open)}"));
            var sending = met.Where(one => one.Way == Way.CutOff).Select(one => SendAsync(one.Walker, one.Open)).ToList();
            await Task.WhenAny([Task.Delay(TimeSpan.FromMilliseconds(kills % 4 * 20), TimeProvider.System), .. sending]);
            await bot.KillAsync();
            kills++;
            await Task.WhenAll(sending);
            var pressed = met.Where(one => one.Way == Way.Pressing && Pressable(one.Open)).Select(one => one.Walker.User.Press(one.Open, one.Open.Buttons.First())).ToList();
            var typed = met.Where(one => one.Way == Way.Typing && one.Walker.TypedTo(one.Open) is not null).ToList();
            typed.ForEach(one => one.Walker.Type(one.Walker.TypedTo(one.Open)!));

            await bot.StartAsync();
            await Task.WhenAll(met.Select(one => one.Walker.CaughtUpAsync()));

            // A press that nobody heard never comes back; words do.
            Assert.All(pressed, press => Assert.NotEqual(InteractionState.Acknowledged, press.State));
            var next = people.ToDictionary(one => one.Walker, one => Apart);
            foreach (var (way, walker, open) in met)
            {
                var question = walker.Question;
                var moved = question?.Id != open.Id;
                Assert.True(walker.Questions.Count() <= 1, $"{way} at {Walker.StepOf(open)}: several questions are open.");
                Assert.True(
                    way switch { Way.CutOff => true, Way.Typing => moved == typed.Exists(one => one.Walker == walker), _ => !moved },
                    $"{way} at {Walker.StepOf(open)}: {(moved ? "the question moved" : "the question is still open")}.");
                next[walker] -= way == Way.Answered || moved ? 1 : 0;
                (taken, notTaken) = (taken + (way == Way.CutOff && moved ? 1 : 0), notTaken + (way == Way.CutOff && !moved ? 1 : 0));
            }

            await Task.WhenAll(people.Select(one => GoOnAsync(one.Walker, next[one.Walker])));
        }

        var calm = new Walker(discord, time, discord.AddUser("calm"), types: false);
        await calm.BeginAsync();
        await GoOnAsync(calm, int.MaxValue);
        var expected = await calm.ExportAsync();
        foreach (var (way, ahead, walker) in people)
        {
            Assert.Equal(expected, await walker.ExportAsync());
            var shown = walker.User.Direct.Where(message => message.IsFromBot).Select(message => message.Json["nonce"]?.ToString()).ToList();
            Assert.DoesNotContain(null, shown);
            Assert.True(shown.Distinct().Count() == shown.Count, $"{way}-{ahead} sees a message twice.");
        }

        output.WriteLine($"{store}: {kills} kills at {steps.Count} places; of presses on their way {taken} were on the disk, {notTaken} were not.");
        Assert.All(Enum.GetValues<Way>(), way => Assert.Superset(
            calm.Answered.Skip(way == Way.Answered ? 1 : 0).ToHashSet(),
            steps.Where(step => step.StartsWith($"{way} ", StringComparison.Ordinal)).Select(step => step.Split(' ')[1]).ToHashSet()));
        Assert.Empty(discord.Description.Violations);
    }

    private static bool Pressable(ShownMessage question) => question.Buttons.Any();

    private static async Task GoOnAsync(Walker walker, int questions)
    {
        for (var i = 0; i < questions && walker.Question is not null; i++)
        {
            await walker.AnswerAsync();
        }
    }

    // The program may be gone before it opens a form.
    private static async Task SendAsync(Walker walker, ShownMessage open)
    {
        try
        {
            await walker.DoAsync(open, TimeSpan.FromMilliseconds(500));
        }
        catch (TimeoutException)
        {
        }
    }
}
