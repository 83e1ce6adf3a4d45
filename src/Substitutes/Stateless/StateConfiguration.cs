using Stateless.Reflection;

namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>The configuration of one state; every call returns it, so that calls chain.</summary>
    public sealed class StateConfiguration
    {
        private readonly StateMachine<TState, TTrigger> _machine;
        private readonly StateNode _node;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, StateNode node) => (_machine, _node) = (machine, node);

        /// <summary>The state that is configured.</summary>
        public TState State => _node.State;

        /// <summary>Makes this a substate: what it does not handle, the superstate handles.</summary>
        /// <exception cref="ArgumentException">The superstate is this state or lies within it.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            var above = _machine.NodeOf(superstate);
            if (above.IsWithin(State))
                throw new ArgumentException($"'{State}' cannot be a substate of '{superstate}': that makes a circle.", nameof(superstate));

            _node.PlaceUnder(above);
            return this;
        }

        /// <summary>Leads to another state.</summary>
        /// <exception cref="ArgumentException">The destination is this state.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) => Permit(trigger, destinationState, guard: null);

        /// <summary>Leads to another state while the guard passes.</summary>
        /// <exception cref="ArgumentException">The destination is this state.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null) =>
            Permit(trigger, destinationState, Guard.On(guard, guardDescription));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, Func<TArg0, bool> guard, string? guardDescription = null) =>
            Permit(trigger.Trigger, destinationState, OnArgument(guard, guardDescription));

        /// <summary>Leads to the state that is selected when the trigger is fired; this one is entered again.</summary>
        public StateConfiguration PermitDynamic(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            Add(new Handler.Dynamic(
                trigger,
                Guard: null,
                _ => destinationStateSelector(),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                possibleDestinationStates));

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamic<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            Add(new Handler.Dynamic(
                trigger.Trigger,
                Guard: null,
                arguments => destinationStateSelector(TriggerWithParameters<TArg0>.ArgumentIn(arguments)),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                possibleDestinationStates));

        /// <summary>Leads to the state that is selected when the trigger is fired, while the guard passes.</summary>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            PermitDynamicIf(trigger, _ => destinationStateSelector(), Guard.On(guard, guardDescription), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            Func<TArg0, bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            PermitDynamicIf(
                trigger.Trigger,
                arguments => destinationStateSelector(TriggerWithParameters<TArg0>.ArgumentIn(arguments)),
                OnArgument(guard, guardDescription),
                possibleDestinationStates);

        /// <summary>Leaves this state and enters it again; from a substate too, which ends in this state.</summary>
        public StateConfiguration PermitReentry(TTrigger trigger) => Add(new Handler.Reentry(trigger, Guard: null, State));

        /// <summary>Leaves this state and enters it again while the guard passes.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new Handler.Reentry(trigger, Guard.On(guard, guardDescription), State));

        /// <summary>Takes the trigger and does nothing.</summary>
        public StateConfiguration Ignore(TTrigger trigger) => Add(new Handler.Ignored(trigger, Guard: null));

        /// <summary>Takes the trigger and does nothing while the guard passes.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new Handler.Ignored(trigger, Guard.On(guard, guardDescription)));

        /// <summary>Adds an action that runs when this state is entered from outside of it, or again.</summary>
        public StateConfiguration OnEntry(Action entryAction, string? entryActionDescription = null)
        {
            _node.EntryActions.Add((entryAction, InvocationInfo.Of(entryAction, entryActionDescription)));
            return this;
        }

        /// <summary>Adds an action that runs when this state is left for outside of it, or to be entered again.</summary>
        public StateConfiguration OnExit(Action exitAction, string? exitActionDescription = null)
        {
            _node.ExitActions.Add((exitAction, InvocationInfo.Of(exitAction, exitActionDescription)));
            return this;
        }

        private static Guard OnArgument<TArg0>(Func<TArg0, bool> guard, string? description) =>
            Guard.On(arguments => guard(TriggerWithParameters<TArg0>.ArgumentIn(arguments)), description);

        private StateConfiguration Permit(TTrigger trigger, TState destinationState, Guard? guard)
        {
            if (AreSame(State, destinationState))
            {
                throw new ArgumentException(
                    $"'{trigger}' cannot lead from '{State}' to itself: use PermitReentry or Ignore.", nameof(destinationState));
            }

            return Add(new Handler.Permitted(trigger, guard, destinationState));
        }

        private StateConfiguration PermitDynamicIf(
            TTrigger trigger, Func<object?[], TState> select, Guard guard, DynamicStateInfos? possibleDestinations) =>
            Add(new Handler.Dynamic(trigger, guard, select, InvocationInfo.Of(select, description: null), possibleDestinations));

        private StateConfiguration Add(Handler handler)
        {
            _node.Add(handler);
            return this;
        }
    }
}
