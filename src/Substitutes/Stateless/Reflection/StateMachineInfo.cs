namespace Stateless.Reflection;

/// <summary>A machine's states and transitions, as they were configured when it was asked.</summary>
public sealed class StateMachineInfo
{
    internal StateMachineInfo(StateInfo initialState, IEnumerable<StateInfo> states, Type stateType, Type triggerType) =>
        (InitialState, States, StateType, TriggerType) = (initialState, states, stateType, triggerType);

    /// <summary>The state at construction: its name only, without transitions.</summary>
    public StateInfo InitialState { get; }

    /// <summary>All states.</summary>
    public IEnumerable<StateInfo> States { get; }

    /// <summary>The type of the states.</summary>
    public Type StateType { get; }

    /// <summary>The type of the triggers.</summary>
    public Type TriggerType { get; }
}
