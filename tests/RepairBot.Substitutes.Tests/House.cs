using Stateless;

namespace RepairBot.Substitutes.Tests;

/// <summary>A house with two rooms, and what lies outside.</summary>
public enum Place
{
    House,
    Kitchen,
    Bedroom,
    Garden,
    Street,
}

public enum Move
{
    Go,
    Back,
    Ring,
    Leave,
}

internal static class House
{
    public static StateMachine<Place, Move> Machine(Place start, FiringMode mode = FiringMode.Queued)
    {
        var machine = new StateMachine<Place, Move>(start, mode);
        machine.Configure(Place.Kitchen).SubstateOf(Place.House);
        machine.Configure(Place.Bedroom).SubstateOf(Place.House);
        return machine;
    }

    public static Place After(this StateMachine<Place, Move> machine, params Move[] moves)
    {
        Array.ForEach(moves, machine.Fire);
        return machine.State;
    }
}
