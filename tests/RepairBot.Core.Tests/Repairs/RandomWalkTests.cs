using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Repairs;

public sealed class RandomWalkTests
{
    private const int Moves = 1_000;

    /// <summary>Ninety-nine walks that never change, and one that nobody took before. A hundred thousand moves in all.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 99).Append(Environment.TickCount)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_done_in_any_order_a_question_with_a_way_on_is_left_and_stop_works(int seed)
    {
        using var world = new World();
        var walk = new RandomWalk(world, seed);
        var move = 0;
        try
        {
            for (; move < Moves; move++)
            {
                var before = new Snapshot(world);
                if (walk.Step() is { } outcome && Invariants.Of(world, outcome, before, walk.Pressed).FirstOrDefault() is { } wrong)
                {
                    Assert.Fail(wrong);
                }
            }

            Stops(world);
        }
        catch (Exception e)
        {
            Assert.Fail($"Seed {seed}, move {move}, {walk.Did}: {e.GetType().Name} {e.Message}\n{e.StackTrace}");
        }
    }

    private static void Stops(World world)
    {
        if (world.Person.Focus is not { } focus)
        {
            return;
        }

        world.Type("stop");
        world.Type("stop.keep");
        Assert.NotEqual(RepairState.Open, world.Repairs[focus].State);
        Assert.DoesNotContain(world.Messages.Values, message => message.Repair == focus && message.Kind == MessageKind.Question
            && message.Step is not null && message.Actions.Length > 0);
    }
}
