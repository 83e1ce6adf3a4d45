using RepairBot.Core.Repairs;
using RepairBot.Testing;
using Stateless.Graph;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>
/// The whole conversation as a machine: every step is reached, can be left, honours stop and the safety stop, and lets go back; and the
/// page that shows it shows this very machine.
/// </summary>
public sealed class RepairFlowTests
{
    private static readonly FlowFacts SomethingBefore = new() { LastShown = Step.Side, Return = Step.Side, Goal = Step.Side };

    public static TheoryData<Step> Asked => new(Steps.Asked.Where(step => step is not (Step.SteppedBack or Step.Stopping)));

    [Theory]
    [MemberData(nameof(Asked))]
    public void Stop_and_the_safety_stop_work_at_every_step(Step step)
    {
        var flow = new RepairFlow();

        Assert.Equal(Step.Stopping, flow.Next(step, Trigger.StopAsked, default));
        Assert.Equal(Step.SteppedBack, flow.Next(step, Trigger.RiskSeen, default));
        Assert.Equal(Step.Finished, flow.Next(step, Trigger.Stopped, default));
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void Back_an_edit_and_a_calming_exercise_work_at_every_step(Step step)
    {
        var flow = new RepairFlow();

        Assert.Equal(Step.Side, flow.Next(step, Trigger.WentBack, SomethingBefore));
        Assert.Equal(Step.Side, flow.Next(step, Trigger.EditChosen, SomethingBefore));
        Assert.Equal(Step.Exercise, flow.Next(step, Trigger.SteadyAsked, default));
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void Nothing_shown_before_means_no_way_back(Step step) => Assert.Null(new RepairFlow().Next(step, Trigger.WentBack, default));

    [Theory]
    [InlineData(Step.SteppedBack)]
    [InlineData(Step.Stopping)]
    public void A_hold_leads_back_to_the_question_or_to_the_end(Step held)
    {
        var flow = new RepairFlow();

        Assert.Equal(Step.Impact, flow.Next(held, Trigger.WentOn, new FlowFacts { Return = Step.Impact }));
        Assert.Null(flow.Next(held, Trigger.WentOn, default));
        Assert.Equal(Step.Finished, flow.Next(held, Trigger.Stopped, default));
    }

    [Fact]
    public void An_unexpected_trigger_is_ordinary_chat_and_no_exception() =>
        Assert.Null(new RepairFlow().Next(Step.Finished, Trigger.Answered, default));

    [Fact]
    public void Nothing_of_one_person_stays_in_the_machine()
    {
        var used = new RepairFlow();
        used.Next(Step.Length, Trigger.Answered, new FlowFacts { Brief = true, NoDrafting = true, Return = Step.Impact });

        Assert.Equal(
            new RepairFlow().Next(Step.Length, Trigger.Answered, default), used.Next(Step.Length, Trigger.Answered, default));
    }

    [Fact]
    public void No_words_for_the_other_come_before_the_pause_and_the_second_reading()
    {
        var flow = new RepairFlow();
        foreach (var step in Steps.Asked.Where(step => step is not (Step.Reread or Step.Contact or Step.Listening or Step.Guess)))
        {
            var next = flow.Next(step, Trigger.Answered, new FlowFacts { Ready = true, Calm = true });

            Assert.True(next is not Step.Opener, $"{step} leads to words for the other.");
        }
    }

    [Fact]
    public void Where_nothing_may_be_drafted_no_question_drafts()
    {
        var flow = new RepairFlow();
        var facts = new FlowFacts { NoDrafting = true, Calm = true };
        var step = Step.Welcome;
        for (Step? next = step; next is not null and not Step.Finished; next = flow.Next(step, Trigger.Answered, facts))
        {
            step = next.Value;

            Assert.False(step is Step.Draft or Step.Reading or Step.Reread or Step.Opener, step.ToString());
        }
    }

    [Fact]
    public void The_page_shows_this_machine()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "conversation.md")).ReplaceLineEndings("\n");
        var diagram = MermaidGraph.Format(new RepairFlow().Description, MermaidGraphDirection.TopToBottom).ReplaceLineEndings("\n").Trim();

        Assert.True(page.Contains(diagram, StringComparison.Ordinal), "Run `scripts/run flow` and put what it prints into docs/conversation.md.");
    }
}
