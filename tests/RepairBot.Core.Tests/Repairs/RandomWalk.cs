using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>Random moves over the pure turn, with a clock and reminders. The same seed does the same.</summary>
internal sealed class RandomWalk(World world, int seed)
{
    private readonly RandomMoves moves = new(seed);

    /// <summary>The name of the last thing done, for a failure's report. Never a text.</summary>
    public string Did => moves.Did;

    /// <summary>The question whose message was pressed, or null; an answer may be filed under no other.</summary>
    public Message? Pressed { get; private set; }

    /// <summary>Does one thing; null when it was no event, such as a moved clock.</summary>
    public Outcome? Step()
    {
        Pressed = null;
        switch (moves.Throw(100))
        {
            case < 94:
                var chatEvent = world.Next(moves);
                Pressed = moves.Pressed;
                return world.Take(chatEvent);
            case < 97:
                MoveClock();
                return null;
            default:
                return Remind();
        }
    }

    private void MoveClock()
    {
        moves.Did = "move the clock";
        world.Now += moves.Stretch();
        if (moves.Throw(3) == 0)
        {
            world.StartedAt = world.Now;
        }
    }

    private Outcome? Remind()
    {
        if (world.Reminders.Count == 0)
        {
            return null;
        }

        var reminder = world.Reminders.Values.MinBy(waiting => waiting.DueAt)!;
        moves.Did = $"remind {reminder.Kind}";
        world.Now = world.Now > reminder.DueAt ? world.Now : reminder.DueAt;
        return world.Due(reminder);
    }
}
