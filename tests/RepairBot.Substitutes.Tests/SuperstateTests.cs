namespace RepairBot.Substitutes.Tests;

public sealed class SuperstateTests
{
    [Fact]
    public void A_substate_is_in_its_superstate_but_not_the_other_way_round()
    {
        Assert.True(House.Machine(Place.Kitchen).IsInState(Place.House));
        Assert.True(House.Machine(Place.Kitchen).IsInState(Place.Kitchen));
        Assert.False(House.Machine(Place.House).IsInState(Place.Kitchen));
        Assert.False(House.Machine(Place.Garden).IsInState(Place.House));
    }

    [Theory]
    [InlineData(Place.Kitchen)]
    [InlineData(Place.Bedroom)]
    public void What_a_substate_does_not_handle_its_superstate_handles(Place room)
    {
        var machine = House.Machine(room);
        machine.Configure(Place.House).Permit(Move.Leave, Place.Street);

        Assert.Equal(Place.Street, machine.After(Move.Leave));
    }

    [Fact]
    public void A_substate_overrides_its_superstate()
    {
        var machine = House.Machine(Place.Bedroom);
        machine.Configure(Place.House).Permit(Move.Leave, Place.Street);
        machine.Configure(Place.Bedroom).Permit(Move.Leave, Place.Garden);

        Assert.Equal(Place.Garden, machine.After(Move.Leave));
    }

    [Fact]
    public void When_a_substates_guards_fail_its_superstate_handles_the_trigger()
    {
        var machine = House.Machine(Place.Bedroom);
        machine.Configure(Place.House).Permit(Move.Leave, Place.Street);
        machine.Configure(Place.Bedroom).PermitIf(Move.Leave, Place.Garden, () => false);

        Assert.Equal(Place.Street, machine.After(Move.Leave));
    }

    [Fact]
    public void A_superstates_transition_into_the_current_substate_changes_nothing()
    {
        var machine = House.Machine(Place.Kitchen);
        machine.Configure(Place.House).Permit(Move.Go, Place.Kitchen);
        machine.Configure(Place.Kitchen).OnExit(() => Assert.Fail("The kitchen was left."));
        machine.OnTransitioned(_ => Assert.Fail("A transition was seen."));

        Assert.Equal(Place.Kitchen, machine.After(Move.Go));
    }

    [Fact]
    public void A_superstates_reentry_ends_in_the_superstate()
    {
        var machine = House.Machine(Place.Kitchen);
        machine.Configure(Place.House).PermitReentry(Move.Back);

        Assert.Equal(Place.House, machine.After(Move.Back));
    }

    [Fact]
    public async Task Permitted_triggers_are_those_that_pass_here_and_above_each_once()
    {
        var machine = House.Machine(Place.Kitchen);
        machine.Configure(Place.Kitchen)
            .Ignore(Move.Ring).PermitIf(Move.Go, Place.Garden, () => false).Permit(Move.Leave, Place.Garden);
        machine.Configure(Place.House).Permit(Move.Back, Place.Street).Permit(Move.Leave, Place.Street);

        Move[] expected = [Move.Ring, Move.Leave, Move.Back];
        Assert.Equal(expected, await machine.GetPermittedTriggersAsync());
        Assert.Equal(expected, await machine.PermittedTriggersAsync);
#pragma warning disable CS0618 // As in Stateless, the forms that do not wait are there and obsolete.
        Assert.Equal(expected, machine.GetPermittedTriggers());
        Assert.Equal(expected, machine.PermittedTriggers);
#pragma warning restore CS0618
    }

    [Fact]
    public void Superstates_make_no_circle()
    {
        var machine = House.Machine(Place.House);

        Assert.Throws<ArgumentException>(() => machine.Configure(Place.House).SubstateOf(Place.House));
        Assert.Throws<ArgumentException>(() => machine.Configure(Place.House).SubstateOf(Place.Kitchen));
    }
}
