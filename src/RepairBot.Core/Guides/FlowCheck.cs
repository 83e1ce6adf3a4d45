using System.Collections.Immutable;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Guides;

/// <summary>The step that follows, or null: the shape of <see cref="RepairFlow.Next"/>.</summary>
internal delegate Step? NextStep(Step from, Trigger trigger, in FlowFacts known);

/// <summary>Looks for steps nobody can reach, leave or go back from, by trying what the flow does.</summary>
internal static class FlowCheck
{
    private static readonly ImmutableArray<Func<FlowFacts, FlowFacts>> Switches =
    [
        facts => facts with { WasHurt = true },
        facts => facts with { Both = true },
        facts => facts with { Brief = true },
        facts => facts with { KeepsHappening = true },
        facts => facts with { Misunderstanding = true },
        facts => facts with { Often = true },
        facts => facts with { Calm = true },
        facts => facts with { Ready = true },
        facts => facts with { Waits = true },
        facts => facts with { Again = true },
        facts => facts with { NoDrafting = true },
        facts => facts with { NothingWritten = true },
        facts => facts with { NoAct = true },
        facts => facts with { Defends = true },
        facts => facts with { Talked = true },
        facts => facts with { NeedsZone = true },
        facts => facts with { LastCheckIn = true },
        facts => facts with { Said = "kept" },
        facts => facts with { Said = "not-yet" },
        facts => facts with { Said = "later" },
        facts => facts with { Said = "smaller" },
        facts => facts with { Said = "end" },
    ];

    /// <summary>Facts to try: nothing is known, or any one or two things are. No way in the flow asks for more than that to hold.</summary>
    internal static ImmutableArray<FlowFacts> Tried { get; } =
    [
        default,
        .. Switches.Select(one => one(default)),
        .. Switches.SelectMany((one, at) => Switches.Skip(at + 1).Select(other => other(one(default)))),
    ];

    /// <summary>What is wrong with the flow; empty when nothing is.</summary>
    public static ImmutableArray<GuideProblem> Problems(NextStep next)
    {
        var ways = Steps.Asked.ToDictionary(step => step, step => Ways(next, step));
        var reached = Reached(next, ways);
        return
        [
            .. Steps.Asked.Where(step => !reached.Contains(step)).Select(step => Problem(step, "cannot be reached from the start")),
            .. Steps.Asked.Where(step => ways[step].Count == 0).Select(step => Problem(step, "leads nowhere when it is answered")),
            .. Steps.Asked.Where(step => !GoesBack(next, step)).Select(step => Problem(step, "has no way back")),
            .. Steps.Asked.Where(step => !Stops(next, step)).Select(step => Problem(step, "has no exit: stopping leads nowhere")),
        ];
    }

    // Where an answer leads, or going on from a hold.
    private static HashSet<Step> Ways(NextStep next, Step from) =>
    [
        .. Tried.Select(facts => facts with { Return = Returning(from) })
            .Concat(Tried)
            .SelectMany(facts => new[] { next(from, Trigger.Answered, facts), next(from, Trigger.WentOn, facts) })
            .OfType<Step>(),
    ];

    private static HashSet<Step> Reached(NextStep next, Dictionary<Step, HashSet<Step>> ways)
    {
        var reached = new HashSet<Step> { Step.Welcome, Step.Usual };
        var waiting = new Queue<Step>(reached);
        while (waiting.TryDequeue(out var step))
        {
            foreach (var follows in ways.GetValueOrDefault(step, []).Concat(Detours(next, step)).Where(reached.Add))
            {
                waiting.Enqueue(follows);
            }
        }

        return reached;
    }

    // A detour or a hold may be entered from wherever it is offered.
    private static IEnumerable<Step> Detours(NextStep next, Step from) =>
        Steps.Asides.Select(aside => next(from, Trigger.AsideTaken, new FlowFacts { Goal = aside }))
            .Append(next(from, Trigger.CheckInTaken, new FlowFacts { Goal = Step.Promise }))
            .Append(next(from, Trigger.CheckInTaken, new FlowFacts { Goal = Step.StillWanted }))
            .Append(next(from, Trigger.StopAsked, default))
            .Append(next(from, Trigger.RiskSeen, default))
            .OfType<Step>();

    // In a hold, going on is the way back.
    private static bool GoesBack(NextStep next, Step step) => StepFiles.Of(step) == StepFiles.Outside
        ? next(step, Trigger.WentOn, new FlowFacts { Return = Returning(step) }) == Returning(step)
        : next(step, Trigger.WentBack, new FlowFacts { LastShown = Returning(step) }) == Returning(step);

    private static bool Stops(NextStep next, Step step) => next(step, Trigger.Stopped, default) == Step.Finished;

    // Any question but the step itself.
    private static Step Returning(Step step) => step == Step.Welcome ? Step.Side : Step.Welcome;

    private static GuideProblem Problem(Step step, string what) =>
        new("flow", 0, GuideSeverity.Error, $"The step `{Steps.NameOf(step)}` {what}. This is a mistake in the program, not in the guide.");
}
