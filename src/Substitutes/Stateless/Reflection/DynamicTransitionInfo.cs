namespace Stateless.Reflection;

/// <summary>A transition to a state that is selected when the trigger is fired.</summary>
public sealed class DynamicTransitionInfo : TransitionInfo
{
    internal DynamicTransitionInfo(
        TriggerInfo trigger, IEnumerable<InvocationInfo> guards, InvocationInfo selector, DynamicStateInfos? possibleDestinations)
        : base(trigger, guards) =>
        (DestinationStateSelectorDescription, PossibleDestinationStates) = (selector, possibleDestinations);

    /// <summary>The selector in words.</summary>
    public InvocationInfo DestinationStateSelectorDescription { get; }

    /// <summary>Where it may lead; null when this was not said.</summary>
    public DynamicStateInfos? PossibleDestinationStates { get; }
}
