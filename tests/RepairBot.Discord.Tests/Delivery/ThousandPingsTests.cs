using RepairBot.Discord.Delivery;

namespace RepairBot.Discord.Tests.Delivery;

/// <summary>Many people at once and a server that often fails: nothing twice, nothing lost, nobody asked too often.</summary>
public sealed class ThousandPingsTests
{
    private const int People = 1000;
    private static readonly Mishap[] Kinds = [Mishap.Limited, Mishap.LimitedBare, Mishap.FailedAfter, Mishap.FailedBefore, Mishap.HangsAfter, Mishap.DropsAfter];

    // A call that takes a second here hangs.
    private static readonly DeliveryPace Quick = new()
    {
        Call = TimeSpan.FromSeconds(1),
        Again = TimeSpan.FromMilliseconds(20),
        Opening = TimeSpan.Zero,
    };

    [Fact(Timeout = 120_000)]
    public async Task A_thousand_messages_stand_once_although_a_fifth_of_the_calls_fails()
    {
        await using var world = new DeliveryWorld(TimeProvider.System, Quick);
        world.Discord.Faults = (call, earlier) => call.Length == 16 ? FaultOf(call, earlier) : Mishap.None;
        world.Outbox.Start();
        await Task.WhenAll(Enumerable.Range(1, People).Select(person => world.CommandAsync((ulong)person * 10, "about")));
        await world.SettledAsync(TimeSpan.FromMilliseconds(100));

        Assert.Equal(People, world.Discord.Standing.Count);
        Assert.Equal(People, world.Discord.Standing.Select(message => message.Channel).Distinct().Count());
        var calls = world.Discord.Calls.Where(call => call.Nonce is not null).GroupBy(call => call.Nonce).Select(group => group.Count()).ToList();
        Assert.InRange(calls.Max(), 2, DeliveryPace.MostCalls);
        Assert.InRange(calls.Sum(), People * 6 / 5, People * 7 / 5);
    }

    // The same for the same message in every run, whatever the order.
    private static Mishap FaultOf(string nonce, int earlier)
    {
        var dice = new Random((int)(Convert.ToInt64(nonce, 16) % 1_000_000) + (earlier * 1_000_003));
        return dice.Next(5) == 0 ? Kinds[dice.Next(Kinds.Length)] : Mishap.None;
    }
}
