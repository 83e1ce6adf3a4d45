using Stateless;
using Stateless.Graph;
using Stateless.Reflection;

namespace RepairBot.Substitutes.Tests;

public sealed class MermaidTests
{
    [Fact]
    public void Superstates_guards_and_dynamic_transitions_are_drawn()
    {
        var machine = House.Machine(Place.Street);
        var ring = machine.SetTriggerParameters<int>(Move.Ring);
        machine.Configure(Place.Street)
            .Permit(Move.Go, Place.Garden)
            .PermitDynamicIf(ring, _ => Place.Kitchen, count => count > 1, "more than once", Rooms());
        machine.Configure(Place.House).Permit(Move.Leave, Place.Street).Ignore(Move.Ring);
        machine.Configure(Place.Kitchen)
            .PermitIf(Move.Go, Place.Garden, () => true, "sunny")
            .PermitIf(Move.Go, Place.Bedroom, () => false, "late")
            .PermitReentry(Move.Back)
            .OnEntry(() => { }, "light on");
        machine.Configure(Place.Bedroom).PermitDynamic(Move.Back, () => Place.Kitchen).IgnoreIf(Move.Go, IsAsleep);

        AssertDrawn(
            """
            stateDiagram-v2
            	state House {
            		Kitchen
            		Bedroom
            	}
            	state Decision1 <<choice>>
            	state Decision2 <<choice>>
            	Kitchen --> Garden : Go [sunny]
            	Kitchen --> Bedroom : Go [late]
            	Kitchen --> Kitchen : Back / light on
            	House --> Street : Leave
            	House --> House : Ring
            	Bedroom --> Decision1 : Back
            	Bedroom --> Bedroom : Go [IsAsleep]
            	Street --> Garden : Go
            	Street --> Decision2 : Ring [more than once]
            	Decision2 --> Kitchen : Ring [first choice]
            	Decision2 --> Bedroom : Ring [else]
            [*] --> Street
            """,
            MermaidGraph.Format(machine.GetInfo()));
    }

    [Fact]
    public void Superstates_within_superstates_are_drawn_one_after_the_other()
    {
        var machine = House.Machine(Place.Garden);
        machine.Configure(Place.House).SubstateOf(Place.Street);
        machine.Configure(Place.Garden).SubstateOf(Place.Street).Permit(Move.Go, Place.Kitchen);

        AssertDrawn(
            """
            stateDiagram-v2
            	state Street {
            		House
            		Garden
            	}
            	state House {
            		Kitchen
            		Bedroom
            	}
            	Garden --> Kitchen : Go
            [*] --> Garden
            """,
            MermaidGraph.Format(machine.GetInfo()));
    }

    [Fact]
    public void Names_that_Mermaid_cannot_read_get_an_alias_of_their_own()
    {
        var machine = new StateMachine<string, string>("heat-before");
        machine.Configure("heat-before").SubstateOf("regulation pause").Permit("went-on", "heat before");
        machine.Configure("heat before").SubstateOf("regulation pause")
            .PermitDynamic("went back", () => "heat-before", possibleDestinationStates: new() { { "heat-before", "asked: yes" } });

        AssertDrawn(
            """
            stateDiagram-v2
            	regulationpause : regulation pause
            	heatbefore : heat-before
            	heatbefore_1 : heat before
            	state regulationpause {
            		heatbefore
            		heatbefore_1
            	}
            	state Decision1 <<choice>>
            	heatbefore --> heatbefore_1 : went-on
            	heatbefore_1 --> Decision1 : went back
            	Decision1 --> heatbefore : went back [asked: yes]
            [*] --> heatbefore
            """,
            MermaidGraph.Format(machine.GetInfo()));
    }

    [Theory]
    [InlineData(MermaidGraphDirection.LeftToRight, "LR")]
    [InlineData(MermaidGraphDirection.RightToLeft, "RL")]
    [InlineData(MermaidGraphDirection.TopToBottom, "TB")]
    [InlineData(MermaidGraphDirection.BottomToTop, "BT")]
    public void A_direction_is_written_at_the_top(MermaidGraphDirection direction, string code)
    {
        var machine = new StateMachine<Place, Move>(Place.Garden);

        AssertDrawn($"stateDiagram-v2\n\tdirection {code}\n[*] --> Garden", MermaidGraph.Format(machine.GetInfo(), direction));
    }

    private static DynamicStateInfos Rooms() =>
        new() { { Place.Kitchen, "first choice" }, { Place.Bedroom, "else" }, { "Attic", "never" } };

    private static bool IsAsleep() => false;

    private static void AssertDrawn(string expected, string actual) => Assert.Equal(expected, actual.ReplaceLineEndings("\n"));
}
