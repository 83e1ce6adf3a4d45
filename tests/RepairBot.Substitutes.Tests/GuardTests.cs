namespace RepairBot.Substitutes.Tests;

public sealed class GuardTests
{
    [Theory]
    [InlineData(true, Place.Garden)]
    [InlineData(false, Place.Kitchen)]
    public void Of_several_handlers_the_one_whose_guard_passes_is_taken(bool sunny, Place expected)
    {
        var machine = House.Machine(Place.Bedroom);
        machine.Configure(Place.Bedroom)
            .PermitIf(Move.Go, Place.Garden, () => sunny, "sunny")
            .PermitDynamicIf(Move.Go, () => Place.Kitchen, () => !sunny, "rainy");

        Assert.Equal(expected, machine.After(Move.Go));
    }

    [Fact]
    public void Two_guards_that_pass_are_an_error_that_names_trigger_and_state()
    {
        var machine = House.Machine(Place.Bedroom);
        machine.Configure(Place.Bedroom).PermitIf(Move.Go, Place.Garden, () => true).PermitIf(Move.Go, Place.Kitchen, () => true);

        Assert.Throws<InvalidOperationException>(() => machine.CanFire(Move.Go));
        var error = Assert.Throws<InvalidOperationException>(() => machine.Fire(Move.Go));
        Assert.Equal(
            "Multiple permitted exit transitions are configured from state 'Bedroom' for trigger 'Go'. "
            + "Guard clauses must be mutually exclusive.",
            error.Message);
        Assert.Equal(Place.Bedroom, machine.State);
    }

    [Fact]
    public void Guards_that_fail_are_named_once_each()
    {
        var machine = House.Machine(Place.Bedroom);
        machine.Configure(Place.Bedroom)
            .PermitIf(Move.Go, Place.Garden, () => false, "sunny")
            .IgnoreIf(Move.Go, () => false, "sunny")
            .PermitReentryIf(Move.Go, Never)
            .PermitDynamicIf(Move.Go, () => Place.Garden, () => false);

        Assert.False(machine.CanFire(Move.Go));
        var error = Assert.Throws<InvalidOperationException>(() => machine.Fire(Move.Go));
        Assert.Equal(
            "Trigger 'Go' is valid for transition from state 'Bedroom' but a guard conditions are not met. "
            + "Guard descriptions: 'sunny, Never, Function'.",
            error.Message);
    }

    [Fact]
    public void An_action_for_unhandled_triggers_is_told_the_outermost_guards_that_failed()
    {
        var machine = House.Machine(Place.Bedroom);
        machine.Configure(Place.Bedroom).PermitIf(Move.Go, Place.Kitchen, () => false, "awake");
        machine.Configure(Place.House).PermitIf(Move.Go, Place.Garden, () => false, "sunny");
        List<string?> seen = [];
        machine.OnUnhandledTrigger((_, _, guards) => seen.Add(guards is null ? null : string.Join('+', guards)));

        machine.After(Move.Go, Move.Ring);
        Assert.Equal(["sunny", null], seen);
    }

    [Fact]
    public void A_guarded_reentry_or_ignore_counts_only_while_its_guard_passes()
    {
        var closed = false;
        var machine = House.Machine(Place.Bedroom);
        machine.Configure(Place.Bedroom)
            .PermitReentryIf(Move.Back, () => closed)
            .IgnoreIf(Move.Go, () => closed)
            .PermitIf(Move.Go, Place.Garden, () => !closed);

        Assert.False(machine.CanFire(Move.Back));
        closed = true;
        Assert.Equal(Place.Bedroom, machine.After(Move.Back, Move.Go));
        closed = false;
        Assert.Equal(Place.Garden, machine.After(Move.Go));
    }

    private static bool Never() => false;
}
