using RepairBot.Discord.Delivery;
using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Faults;

namespace RepairBot.Discord.Tests.Delivery;

/// <summary>The same thousand over real sockets, against a server that holds every request to Discord's own description.</summary>
public sealed class LoopbackPingsTests
{
    private const int People = 1000;

    private static readonly Fault[] Kinds =
    [
        new Fault.RateLimited(TimeSpan.FromSeconds(0.3)),
        new Fault.RateLimited(TimeSpan.FromSeconds(0.3), HasHeaders: false),
        Fault.BadGatewayAfterwards,
        new Fault.Afterwards(new Fault.Hang()),
        new Fault.Hang(),
        new Fault.Drop(),
        new Fault.Afterwards(new Fault.Drop()),
    ];

    private static readonly DeliveryPace Quick = new()
    {
        Call = TimeSpan.FromSeconds(3),
        Again = TimeSpan.FromMilliseconds(200),
        Opening = TimeSpan.Zero,
    };

    [Fact(Timeout = 300_000)]
    public async Task A_thousand_messages_arrive_once_over_a_line_that_fails_a_fifth_of_the_sends()
    {
        await using var discord = await LoopbackServer.StartAsync(new LoopbackOptions
        {
            Limits = new LoopbackLimits { NewDirectMessages = new Allowance(People, TimeSpan.FromSeconds(1)) },
        });
        discord.RateLimits.Buckets["POST /users/@me/channels"] = new Allowance(People, TimeSpan.FromSeconds(1));
        await using var world = new DeliveryWorld(TimeProvider.System, Quick, over: discord);
        discord.Faults.When(request => request.Nonce is { } nonce ? FaultOf(nonce, discord.Log.WithNonce(nonce).Count) : null);
        var people = Enumerable.Range(1, People).Select(number => discord.AddUser($"person {number}")).ToList();
        world.Outbox.Start();
        await Task.WhenAll(people.Select(person => world.CommandAsync(person.Id, "about")));
        await world.SettledAsync(TimeSpan.FromMilliseconds(200));

        Assert.All(people, person => Assert.Single(person.Direct));
        var sends = discord.Log.Requests.Where(request => request.Nonce is not null).GroupBy(request => request.Nonce).Select(group => group.Count()).ToList();
        Assert.InRange(sends.Max(), 2, DeliveryPace.MostCalls);
        Assert.InRange(sends.Sum(), People * 23 / 20, People * 3 / 2);
        Assert.Empty(discord.Description.Violations);
    }

    // The same for the same message in every run, whatever the order; the request that is asked about is in the log already.
    private static Fault? FaultOf(string nonce, int attempt)
    {
        var dice = new Random((int)(Convert.ToInt64(nonce, 16) % 1_000_000) + (attempt * 1_000_003));
        return dice.Next(5) == 0 ? Kinds[dice.Next(Kinds.Length)] : null;
    }
}
