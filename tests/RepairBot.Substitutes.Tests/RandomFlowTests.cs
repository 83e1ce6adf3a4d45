namespace RepairBot.Substitutes.Tests;

public sealed class RandomFlowTests
{
    private const int Unhandled = -1;
    private const int Error = -2;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_random_machine_goes_where_its_rules_say(int seed)
    {
        var random = new Random(seed);
        var flow = new RandomFlow(random);
        var machine = flow.Build();
        machine.OnUnhandledTrigger((_, _) => flow.State = Unhandled);
        for (var turn = 1; turn <= 200; turn++)
        {
            flow.Open = random.Next(64);
            var (before, trigger) = (flow.State, random.Next(RandomFlow.Triggers));

            var expected = Outcome(() => flow.Expect(trigger) ?? Unhandled);
            var canFire = Outcome(() => machine.CanFire(trigger) ? expected : Unhandled);
            var actual = Outcome(() =>
            {
                machine.Fire(trigger);
                return flow.State;
            });

            flow.State = actual < 0 ? before : actual;
            Assert.True(
                (expected, expected) == (canFire, actual),
                $"Seed {seed}, turn {turn}: {trigger} in {before} gave {actual} ({canFire} when asked before), not {expected}.");
            Assert.All(Enumerable.Range(0, RandomFlow.States), state => Assert.Equal(flow.IsWithin(state), machine.IsInState(state)));
        }
    }

    private static int Outcome(Func<int> state)
    {
        try
        {
            return state();
        }
        catch (InvalidOperationException)
        {
            return Error;
        }
    }
}
