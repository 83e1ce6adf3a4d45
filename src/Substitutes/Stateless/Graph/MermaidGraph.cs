using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine as a Mermaid state diagram.</summary>
public static class MermaidGraph
{
    /// <summary>The diagram's text, its lines ended as the platform does, without a last line end.
    /// Without a direction Mermaid chooses.</summary>
    public static string Format(StateMachineInfo machineInfo, MermaidGraphDirection? direction = null)
    {
        // Superstates come first, each followed by all that lies within it.
        var roots = machineInfo.States.Where(state => state.Superstate is null && state.Substates.Any());
        StateInfo[] states = [.. roots.SelectMany(WithSubstates).Concat(machineInfo.States).Distinct()];

        var aliases = new MermaidAliases(states);
        var transitions = new MermaidTransitions(aliases, states.Select(state => state.ToString()).ToHashSet());
        foreach (var state in machineInfo.States)
            transitions.AddFrom(state);

        return string.Join(Environment.NewLine,
        [
            "stateDiagram-v2",
            .. direction is { } flow ? [$"\tdirection {Code(flow)}"] : Array.Empty<string>(),
            .. aliases.Lines,
            .. states.Where(state => state.Substates.Any()).SelectMany(state => Box(state, aliases)),
            .. transitions.Decisions,
            .. transitions.Lines,
            $"[*] --> {aliases.Of(machineInfo.InitialState)}",
        ]);
    }

    private static IEnumerable<StateInfo> WithSubstates(StateInfo state) => [state, .. state.Substates.SelectMany(WithSubstates)];

    private static IEnumerable<string> Box(StateInfo state, MermaidAliases aliases) =>
        [$"\tstate {aliases.Of(state)} {{", .. state.Substates.Select(substate => $"\t\t{aliases.Of(substate)}"), "\t}"];

    private static string Code(MermaidGraphDirection direction) => direction switch
    {
        MermaidGraphDirection.LeftToRight => "LR",
        MermaidGraphDirection.RightToLeft => "RL",
        MermaidGraphDirection.TopToBottom => "TB",
        MermaidGraphDirection.BottomToTop => "BT",
    };
}
