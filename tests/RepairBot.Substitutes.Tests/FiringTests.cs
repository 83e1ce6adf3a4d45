using Stateless;

namespace RepairBot.Substitutes.Tests;

public sealed class FiringTests
{
    [Fact]
    public void A_permitted_trigger_leads_to_its_destination()
    {
        var machine = House.Machine(Place.Street);
        machine.Configure(Place.Street).Permit(Move.Go, Place.Garden);

        Assert.Equal(Place.Garden, machine.After(Move.Go));
    }

    [Fact]
    public void The_state_can_be_kept_elsewhere_and_changed_there()
    {
        var place = Place.Street;
        var machine = new StateMachine<Place, Move>(() => place, next => place = next);
        machine.Configure(Place.Street).Permit(Move.Go, Place.Garden);
        machine.Configure(Place.Garden).Permit(Move.Go, Place.House);

        machine.Fire(Move.Go);
        Assert.Equal(Place.Garden, place);
        place = Place.Street;
        Assert.Equal(Place.Garden, machine.After(Move.Go));
    }

    [Fact]
    public void An_unhandled_trigger_is_an_error_that_names_trigger_and_state()
    {
        var machine = House.Machine(Place.Street);

        Assert.False(machine.CanFire(Move.Ring));
        var error = Assert.Throws<InvalidOperationException>(() => machine.Fire(Move.Ring));
        Assert.Equal(
            "No valid leaving transitions are permitted from state 'Street' for trigger 'Ring'. Consider ignoring the trigger.",
            error.Message);
    }

    [Fact]
    public void An_unhandled_trigger_can_be_taken_by_an_action()
    {
        var machine = House.Machine(Place.Street);
        (Place, Move)? seen = null;
        machine.OnUnhandledTrigger((place, move) => seen = (place, move));

        Assert.Equal(Place.Street, machine.After(Move.Ring));
        Assert.Equal((Place.Street, Move.Ring), seen);
    }

    [Fact]
    public void After_an_error_the_machine_goes_on()
    {
        var machine = House.Machine(Place.Street);
        machine.Configure(Place.Street).Permit(Move.Go, Place.Garden);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Move.Ring));
        Assert.Equal(Place.Garden, machine.After(Move.Go));
    }

    [Fact]
    public void An_ignored_trigger_changes_nothing_and_is_no_transition()
    {
        var machine = House.Machine(Place.Street);
        machine.Configure(Place.Street).Ignore(Move.Ring);
        machine.OnTransitioned(_ => Assert.Fail("A transition was seen."));

        Assert.True(machine.CanFire(Move.Ring));
        Assert.Equal(Place.Street, machine.After(Move.Ring));
    }

    [Fact]
    public void A_selected_destination_is_read_when_the_trigger_is_fired()
    {
        var target = Place.Garden;
        var machine = House.Machine(Place.Street);
        machine.Configure(Place.Street).PermitDynamic(Move.Go, () => target);

        target = Place.Kitchen;
        Assert.Equal(Place.Kitchen, machine.After(Move.Go));
    }

    [Fact]
    public void A_transition_tells_where_it_comes_from_where_it_goes_and_why()
    {
        var machine = House.Machine(Place.Street);
        machine.Configure(Place.Street).Permit(Move.Go, Place.Garden);
        machine.Configure(Place.Garden).PermitReentry(Move.Ring).PermitDynamic(Move.Back, () => Place.Garden);
        List<(Place, Place, Move, bool)> seen = [];
        machine.OnTransitioned(transition =>
            seen.Add((transition.Source, transition.Destination, transition.Trigger, transition.IsReentry)));

        machine.After(Move.Go, Move.Ring, Move.Back);
        Assert.Equal(
            [
                (Place.Street, Place.Garden, Move.Go, false),
                (Place.Garden, Place.Garden, Move.Ring, true),
                (Place.Garden, Place.Garden, Move.Back, true),
            ],
            seen);
    }

    [Fact]
    public void A_state_cannot_permit_a_transition_to_itself()
    {
        var street = House.Machine(Place.Street).Configure(Place.Street);

        Assert.Throws<ArgumentException>(() => street.Permit(Move.Go, Place.Street));
        Assert.Throws<ArgumentException>(() => street.PermitIf(Move.Go, Place.Street, () => true));
    }

    [Fact]
    public void A_ready_machine_fires_without_allocating_much()
    {
        var machine = House.Machine(Place.Kitchen);
        machine.Configure(Place.Kitchen).PermitIf(Move.Go, Place.Bedroom, () => true).PermitIf(Move.Go, Place.Garden, () => false);
        machine.Configure(Place.Bedroom).Permit(Move.Go, Place.Kitchen);
        machine.After(Move.Go, Move.Go);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            machine.Fire(Move.Go);

        var isPackage = typeof(FiringMode).Assembly.GetName().Name == "Stateless";
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, isPackage ? 2500 : 250);
    }
}
