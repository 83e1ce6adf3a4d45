namespace RepairBot.Substitutes.Tests;

public sealed class ParameterTests
{
    [Theory]
    [InlineData(Place.Garden)]
    [InlineData(Place.Street)]
    public void An_argument_can_select_the_destination(Place wanted)
    {
        var machine = House.Machine(Place.Kitchen);
        var go = machine.SetTriggerParameters<Place>(Move.Go);
        machine.Configure(Place.Kitchen).PermitDynamic(go, place => place);

        machine.Fire(go, wanted);
        Assert.Equal(wanted, machine.State);
    }

    [Theory]
    [InlineData(1, Place.Garden)]
    [InlineData(2, Place.Street)]
    [InlineData(3, Place.Bedroom)]
    public void An_argument_can_decide_a_guard(int rings, Place expected)
    {
        var machine = House.Machine(Place.Kitchen);
        var ring = machine.SetTriggerParameters<int>(Move.Ring);
        machine.Configure(Place.Kitchen)
            .PermitIf(ring, Place.Garden, count => count == 1, "once")
            .PermitDynamicIf(ring, count => count == 2 ? Place.Street : Place.Bedroom, count => count > 1, "more than once");

        Assert.True(machine.CanFire(ring, rings));
        machine.Fire(ring, rings);
        Assert.Equal(expected, machine.State);
    }

    [Fact]
    public void Without_an_argument_its_types_default_is_seen()
    {
        var machine = House.Machine(Place.Kitchen);
        var ring = machine.SetTriggerParameters<int>(Move.Ring);
        machine.Configure(Place.Kitchen).PermitIf(ring, Place.Garden, count => count == 0);

        Assert.False(machine.CanFire(ring, 1));
        Assert.True(machine.CanFire(Move.Ring));
        Assert.Equal(Place.Garden, machine.After(Move.Ring));
    }

    [Fact]
    public void A_text_argument_may_be_null()
    {
        var machine = House.Machine(Place.Kitchen);
        var go = machine.SetTriggerParameters<string?>(Move.Go);
        machine.Configure(Place.Kitchen).PermitIf(go, Place.Garden, where => where is null);

        machine.Fire(go, null);
        Assert.Equal(Place.Garden, machine.State);
    }

    [Fact]
    public void A_trigger_gets_its_argument_once()
    {
        var machine = House.Machine(Place.Kitchen);
        machine.SetTriggerParameters<int>(Move.Ring);

        Assert.Throws<InvalidOperationException>(() => machine.SetTriggerParameters<int>(Move.Ring));
    }
}
