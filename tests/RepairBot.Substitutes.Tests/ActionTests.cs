using Stateless;

namespace RepairBot.Substitutes.Tests;

public sealed class ActionTests
{
    private readonly List<string> _seen = [];

    [Fact]
    public void Leaving_runs_from_the_inside_out_and_entering_from_the_outside_in()
    {
        Assert.Equal("-Kitchen -House +Garden", Seen(Place.Kitchen, Place.House, house => house.Permit(Move.Go, Place.Garden)));
        Assert.Equal("-Garden +House +Bedroom", Seen(Place.Garden, Place.Garden, garden => garden.Permit(Move.Go, Place.Bedroom)));
    }

    [Fact]
    public void Within_a_superstate_the_superstate_is_neither_left_nor_entered()
    {
        Assert.Equal("-Kitchen +Bedroom", Seen(Place.Kitchen, Place.House, house => house.Permit(Move.Go, Place.Bedroom)));
        Assert.Equal("+Kitchen", Seen(Place.House, Place.House, house => house.Permit(Move.Go, Place.Kitchen)));
        Assert.Equal("-Kitchen", Seen(Place.Kitchen, Place.Kitchen, kitchen => kitchen.Permit(Move.Go, Place.House)));
    }

    [Fact]
    public void Reentry_leaves_and_enters_the_state_that_permits_it()
    {
        Assert.Equal("-Kitchen +Kitchen", Seen(Place.Kitchen, Place.Kitchen, kitchen => kitchen.PermitReentry(Move.Go)));
        Assert.Equal("-Kitchen +Kitchen", Seen(Place.Kitchen, Place.House, house => house.PermitDynamic(Move.Go, () => Place.Kitchen)));
        Assert.Equal("-Kitchen -House +House", Seen(Place.Kitchen, Place.House, house => house.PermitReentry(Move.Go)));
    }

    [Theory]
    [InlineData(FiringMode.Queued, "Garden: in, Garden: out, Street: in")]
    [InlineData(FiringMode.Immediate, "Garden: in, Street: in, Garden: out")]
    public void A_trigger_fired_by_an_action_waits_unless_the_mode_is_immediate(FiringMode mode, string expected)
    {
        var machine = House.Machine(Place.Kitchen, mode);
        machine.Configure(Place.Kitchen).Permit(Move.Go, Place.Garden);
        machine.Configure(Place.Garden).Permit(Move.Leave, Place.Street)
            .OnEntry(() => _seen.Add("Garden: in")).OnEntry(() => machine.Fire(Move.Leave)).OnEntry(() => _seen.Add("Garden: out"));
        machine.Configure(Place.Street).OnEntry(() => _seen.Add("Street: in"));

        Assert.Equal(Place.Street, machine.After(Move.Go));
        Assert.Equal(expected, string.Join(", ", _seen));
    }

    [Fact]
    public void In_immediate_mode_a_superstates_reentry_leaves_the_state_as_it_is()
    {
        var machine = House.Machine(Place.Kitchen, FiringMode.Immediate);
        machine.Configure(Place.House).PermitReentry(Move.Back);

        Assert.Equal(Place.Kitchen, machine.After(Move.Back));
    }

    /// <summary>What runs when Go is fired in a house where every place tells that it is entered (+) or left (-).</summary>
    private string Seen(Place start, Place configured, Action<StateMachine<Place, Move>.StateConfiguration> configure)
    {
        _seen.Clear();
        var machine = House.Machine(start);
        foreach (var place in Enum.GetValues<Place>())
            machine.Configure(place).OnEntry(() => _seen.Add($"+{place}")).OnExit(() => _seen.Add($"-{place}"));

        configure(machine.Configure(configured));
        machine.Fire(Move.Go);
        return string.Join(' ', _seen);
    }
}
