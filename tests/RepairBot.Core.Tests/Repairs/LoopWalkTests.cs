using Xunit.Abstractions;

namespace RepairBot.Core.Tests.Repairs;

public sealed class LoopWalkTests(ITestOutputHelper output)
{
    private const int Moves = 500;
    private const int BetweenChecks = 5;

    /// <summary>Walks that never change, and one that nobody took before: its seed is in its name.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 29).Append(Environment.TickCount)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Through_restarts_crashes_repeats_and_reminders_a_way_on_is_left_and_nothing_acknowledged_is_lost(int seed)
    {
        await using var walk = new LoopWalk(seed);
        var move = 0;
        try
        {
            for (; move < Moves; move++)
            {
                var wrong = await walk.StepAsync() ?? (move % BetweenChecks == 0 ? await walk.CheckAsync() : null);
                Assert.True(wrong is null, wrong);
            }

            var end = await walk.EndAsync();
            Assert.True(end is null, end);
        }
        catch (Exception e)
        {
            Assert.Fail($"Seed {seed}, move {move}, {walk.Did}: {e.GetType().Name} {e.Message}\n{e.StackTrace}");
        }

        output.WriteLine($"Seed {seed}: {Moves} moves, {walk.Crashes} crashes, {walk.Repeats} repeats.");
        Assert.True(walk is { Crashes: > 0, Repeats: > 0 });
    }
}
