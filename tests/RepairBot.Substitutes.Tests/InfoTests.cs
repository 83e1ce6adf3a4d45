using Stateless;
using Stateless.Reflection;

namespace RepairBot.Substitutes.Tests;

public sealed class InfoTests
{
    [Fact]
    public void States_are_listed_as_configured_then_those_that_are_only_led_to()
    {
        var machine = House.Machine(Place.Kitchen);
        machine.Configure(Place.Kitchen).Permit(Move.Leave, Place.Street);
        machine.Configure(Place.Garden);

        var info = machine.GetInfo();
        Assert.Equal("Kitchen House Bedroom Garden Street", string.Join(' ', info.States));
        Assert.Equal(Place.Kitchen, info.InitialState.UnderlyingState);
        Assert.Equal((typeof(Place), typeof(Move)), (info.StateType, info.TriggerType));
    }

    [Fact]
    public void The_initial_state_is_the_one_at_construction()
    {
        var place = Place.Garden;
        var machine = new StateMachine<Place, Move>(() => place, next => place = next);
        machine.Configure(Place.Garden).Permit(Move.Go, Place.Street);

        machine.Fire(Move.Go);
        Assert.Equal(Place.Garden, machine.GetInfo().InitialState.UnderlyingState);
    }

    [Fact]
    public void Superstate_and_substates_know_each_other()
    {
        var states = House.Machine(Place.Kitchen).GetInfo().States.ToList();

        var house = states.Single(state => state.UnderlyingState is Place.House);
        Assert.Null(house.Superstate);
        Assert.Equal("Kitchen Bedroom", string.Join(' ', house.Substates));
        Assert.All(house.Substates, room => Assert.Same(house, room.Superstate));
    }

    [Fact]
    public void Transitions_tell_trigger_destination_and_guards_reentries_after_the_others_of_a_trigger()
    {
        var machine = House.Machine(Place.Kitchen);
        machine.Configure(Place.Kitchen)
            .Permit(Move.Go, Place.Bedroom)
            .PermitReentryIf(Move.Leave, () => false, "cold")
            .PermitIf(Move.Leave, Place.Street, () => true, "dressed")
            .PermitReentry(Move.Back);

        Assert.Equal(
            ["Go to Bedroom if ", "Leave to Street if dressed", "Leave to Kitchen if cold", "Back to Kitchen if "],
            Kitchen(machine.GetInfo()).FixedTransitions
                .Select(transition => $"{transition.Trigger} to {transition.DestinationState} if {Guards(transition)}"));
    }

    [Fact]
    public void Dynamic_transitions_tell_where_they_may_lead()
    {
        var machine = House.Machine(Place.Kitchen);
        machine.Configure(Place.Kitchen)
            .PermitDynamic(Move.Go, Anywhere, possibleDestinationStates: new() { { Place.Garden, "sunny" }, { "Street", "late" } })
            .PermitDynamic(Move.Back, Anywhere, "the way we came")
            .PermitDynamicIf(Move.Leave, Anywhere, () => true, "dressed");

        var kitchen = Kitchen(machine.GetInfo());
        Assert.Equal(kitchen.Transitions, kitchen.DynamicTransitions);
        Assert.Equal(
            ["Go by Anywhere if ", "Back by the way we came if ", "Leave by Function if dressed"],
            kitchen.DynamicTransitions.Select(transition =>
                $"{transition.Trigger} by {transition.DestinationStateSelectorDescription.Description} if {Guards(transition)}"));
        Assert.Equal(
            ["Garden: sunny", "Street: late"],
            kitchen.DynamicTransitions.First().PossibleDestinationStates!.Select(place => $"{place.DestinationState}: {place.Criterion}"));
        Assert.Null(kitchen.DynamicTransitions.Last().PossibleDestinationStates);
    }

    [Fact]
    public void Ignored_triggers_and_actions_are_listed()
    {
        var machine = House.Machine(Place.Kitchen);
        machine.Configure(Place.Kitchen).Ignore(Move.Ring).IgnoreIf(Move.Go, () => true, "cooking")
            .OnEntry(() => { }, "light on").OnExit(() => { }, "light off");

        var kitchen = Kitchen(machine.GetInfo());
        Assert.Equal([Move.Ring, Move.Go], kitchen.IgnoredTriggers.Select(ignored => (Move)ignored.Trigger.UnderlyingTrigger));
        Assert.Equal(["", "cooking"], kitchen.IgnoredTriggers.Select(Guards));
        Assert.Equal("light on", Assert.Single(kitchen.EntryActions).Method.Description);
        Assert.Equal("light off", Assert.Single(kitchen.ExitActions).Description);
    }

    private static Place Anywhere() => Place.Garden;

    private static StateInfo Kitchen(StateMachineInfo info) => info.States.Single(state => state.UnderlyingState is Place.Kitchen);

    private static string Guards(TransitionInfo transition) =>
        string.Join(", ", transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description));
}
