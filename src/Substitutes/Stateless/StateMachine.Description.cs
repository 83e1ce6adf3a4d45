using Stateless.Reflection;

namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>Describes the machine: configured states in their order, then those that are only led to.</summary>
    public StateMachineInfo GetInfo()
    {
        var onlyLedTo = _nodes.Values
            .SelectMany(node => node.Handlers.OfType<Handler.Permitted>())
            .Select(handler => handler.Destination)
            .Distinct()
            .Where(state => !_nodes.ContainsKey(state))
            .Select(state => new StateNode(state));
        StateNode[] nodes = [.. _nodes.Values, .. onlyLedTo];

        var infos = nodes.ToDictionary(node => node.State, node => new StateInfo(node.State));
        foreach (var node in nodes)
            Describe(node, infos);

        return new(new StateInfo(_initial), [.. infos.Values], typeof(TState), typeof(TTrigger));
    }

    private static void Describe(StateNode node, Dictionary<TState, StateInfo> infos)
    {
        var info = infos[node.State];
        info.Superstate = node.Superstate is null ? null : infos[node.Superstate.State];
        info.Substates = [.. node.Substates.Select(substate => infos[substate.State])];
        info.EntryActions = [.. node.EntryActions.Select(action => new ActionInfo(action.Method))];
        info.ExitActions = [.. node.ExitActions.Select(action => action.Method)];
        info.FixedTransitions =
        [
            .. node.Handlers.GroupBy(handler => handler.Trigger)
                .SelectMany(handlers => handlers.OfType<Handler.Permitted>().OrderBy(handler => handler is Handler.Reentry))
                .Select(handler => new FixedTransitionInfo(new(handler.Trigger), Methods(handler.Guard), infos[handler.Destination])),
        ];
        info.DynamicTransitions =
        [
            .. node.Handlers.OfType<Handler.Dynamic>().Select(handler => new DynamicTransitionInfo(
                new(handler.Trigger), Methods(handler.Guard), handler.Selector, handler.PossibleDestinations)),
        ];
        info.IgnoredTriggers =
        [
            .. node.Handlers.OfType<Handler.Ignored>()
                .Select(handler => new IgnoredTransitionInfo(new(handler.Trigger), Methods(handler.Guard))),
        ];
    }

    private static InvocationInfo[] Methods(Guard? guard) => guard is null ? [] : [guard.Method];
}
