using RepairBot.Core.Guides;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Guides;

public sealed class FlowCheckTests
{
    private readonly RepairFlow flow = new();

    [Fact]
    public void The_flow_is_in_order() => Assert.Empty(FlowCheck.Problems(flow.Next));

    [Fact]
    public void Every_switch_of_the_facts_is_tried_alone()
    {
        foreach (var fact in typeof(FlowFacts).GetProperties().Where(property => property.PropertyType == typeof(bool)))
        {
            object alone = default(FlowFacts);
            fact.SetValue(alone, true);
            Assert.Contains((FlowFacts)alone, FlowCheck.Tried);
        }
    }

    [Fact]
    public void A_step_without_a_way_back_is_said() =>
        Assert.Equal(["`part` has no way back"], Broken((from, trigger, _) => from == Step.Part && trigger == Trigger.WentBack));

    [Fact]
    public void A_hold_that_cannot_be_left_is_said() =>
        Assert.Equal(
            ["`stopping` leads nowhere when it is answered", "`stopping` has no way back"],
            Broken((from, trigger, _) => from == Step.Stopping && trigger == Trigger.WentOn));

    [Fact]
    public void A_step_without_an_exit_is_said() =>
        Assert.Equal(["`cue` has no exit: stopping leads nowhere"], Broken((from, trigger, _) => from == Step.Cue && trigger == Trigger.Stopped));

    [Fact]
    public void A_step_that_leads_nowhere_is_said_and_what_would_follow_cannot_be_reached() =>
        Assert.Equal(
            ["`not-okay` cannot be reached from the start", "`ask` cannot be reached from the start", "`felt` leads nowhere when it is answered"],
            Broken((from, trigger, _) => from == Step.Felt && trigger == Trigger.Answered));

    private IEnumerable<string> Broken(Func<Step, Trigger, FlowFacts, bool> missing) =>
        FlowCheck.Problems((Step from, Trigger trigger, in FlowFacts known) => missing(from, trigger, known) ? null : flow.Next(from, trigger, known))
            .Select(problem => problem.Text["The step ".Length..problem.Text.IndexOf(". This is", StringComparison.Ordinal)]);
}
