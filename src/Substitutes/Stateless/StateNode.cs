using Stateless.Reflection;

namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>All that is configured for one state.</summary>
    internal sealed class StateNode(TState state)
    {
        private readonly OrderedDictionary<TTrigger, List<Handler>> _handlers = [];

        public TState State => state;

        public StateNode? Superstate { get; private set; }

        public List<StateNode> Substates { get; } = [];

        public List<(Action Run, InvocationInfo Method)> EntryActions { get; } = [];

        public List<(Action Run, InvocationInfo Method)> ExitActions { get; } = [];

        /// <summary>In the order in which their triggers were first configured.</summary>
        public IEnumerable<Handler> Handlers => _handlers.Values.SelectMany(handlers => handlers);

        public void Add(Handler handler)
        {
            if (!_handlers.TryGetValue(handler.Trigger, out var handlers))
                _handlers.Add(handler.Trigger, handlers = []);

            handlers.Add(handler);
        }

        public void PlaceUnder(StateNode superstate)
        {
            Superstate = superstate;
            superstate.Substates.Add(this);
        }

        public bool IsWithin(TState other) => AreSame(state, other) || (Superstate?.IsWithin(other) ?? false);

        /// <summary>The handler that takes the trigger: this state's own, else the nearest superstate's, else null.</summary>
        public Handler? Find(TTrigger trigger, object?[] arguments) =>
            FindOwn(trigger, arguments) ?? Superstate?.Find(trigger, arguments);

        /// <summary>The guards that stand against an unhandled trigger, or null when nothing is configured for it.
        /// Of several levels the outermost is named. Every handler has a guard here: one without would have taken the trigger.</summary>
        public ICollection<string>? GuardsAgainst(TTrigger trigger) =>
            Superstate?.GuardsAgainst(trigger)
            ?? _handlers.GetValueOrDefault(trigger)?.Select(handler => handler.Guard!.Method.Description).Distinct().ToList();

        public IEnumerable<TTrigger> PermittedTriggers(object?[] arguments)
        {
            var own = _handlers.Where(entry => entry.Value.Exists(handler => handler.Accepts(arguments))).Select(entry => entry.Key);
            return Superstate is null ? own : own.Union(Superstate.PermittedTriggers(arguments));
        }

        public void Enter(Transition transition)
        {
            if (!transition.IsReentry)
            {
                if (Includes(transition.Source))
                    return;

                Superstate?.Enter(transition);
            }

            EntryActions.ForEach(action => action.Run());
        }

        public void Exit(Transition transition)
        {
            if (!transition.IsReentry && Includes(transition.Destination))
                return;

            ExitActions.ForEach(action => action.Run());
            if (!transition.IsReentry)
                Superstate?.Exit(transition);
        }

        private bool Includes(TState other)
        {
            if (AreSame(state, other))
                return true;

            foreach (var substate in Substates)
            {
                if (substate.Includes(other))
                    return true;
            }

            return false;
        }

        private Handler? FindOwn(TTrigger trigger, object?[] arguments)
        {
            if (!_handlers.TryGetValue(trigger, out var handlers))
                return null;

            Handler? found = null;
            var accepting = 0;
            foreach (var handler in handlers)
            {
                if (!handler.Accepts(arguments))
                    continue;

                found = handler;
                accepting++;
            }

            return accepting < 2
                ? found
                : throw new InvalidOperationException(
                    $"Multiple permitted exit transitions are configured from state '{state}' for trigger '{trigger}'. "
                    + "Guard clauses must be mutually exclusive.");
        }
    }
}
