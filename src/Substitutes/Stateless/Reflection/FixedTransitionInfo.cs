namespace Stateless.Reflection;

/// <summary>A transition to one state, which may be the state itself.</summary>
public sealed class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards, StateInfo destination)
        : base(trigger, guards) => DestinationState = destination;

    /// <summary>Where it leads.</summary>
    public StateInfo DestinationState { get; }
}
