namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<(TTrigger Trigger, object?[] Arguments)> _waiting = [];
    private Action<TState, TTrigger, ICollection<string>?> _unhandled = Refuse;
    private Action<Transition>? _transitioned;
    private bool _firing;

    /// <summary>Replaces the error of an unhandled trigger.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction) =>
        _unhandled = (state, trigger, _) => unhandledTriggerAction(state, trigger);

    /// <summary>Replaces the error of an unhandled trigger. The guards that did not pass are null when there was no handler.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>?> unhandledTriggerAction) =>
        _unhandled = unhandledTriggerAction;

    /// <summary>Adds an action that sees every transition, also into the same state, but no ignored trigger.</summary>
    public void OnTransitioned(Action<Transition> onTransitionAction) => _transitioned += onTransitionAction;

    /// <summary>Goes where the trigger leads from the current state.</summary>
    /// <exception cref="InvalidOperationException">No handler takes the trigger, or more than one does.</exception>
    public void Fire(TTrigger trigger) => Fire(trigger, []);

    /// <inheritdoc cref="Fire(TTrigger)"/>
    public void Fire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0) => Fire(trigger.Trigger, [arg0]);

    private static void Refuse(TState state, TTrigger trigger, ICollection<string>? unmetGuards) =>
        throw new InvalidOperationException(unmetGuards is null
            ? $"No valid leaving transitions are permitted from state '{state}' for trigger '{trigger}'. Consider ignoring the trigger."
            : $"Trigger '{trigger}' is valid for transition from state '{state}' but a guard conditions are not met. "
                + $"Guard descriptions: '{string.Join(", ", unmetGuards)}'.");

    private void Fire(TTrigger trigger, object?[] arguments)
    {
        if (_mode is FiringMode.Immediate)
        {
            Handle(trigger, arguments);
            return;
        }

        _waiting.Enqueue((trigger, arguments));
        if (_firing)
            return;

        _firing = true;
        try
        {
            while (_waiting.TryDequeue(out var next))
                Handle(next.Trigger, next.Arguments);
        }
        finally
        {
            _firing = false;
        }
    }

    private void Handle(TTrigger trigger, object?[] arguments)
    {
        var source = State;
        var node = NodeOf(source);
        switch (node.Find(trigger, arguments))
        {
            case null:
                _unhandled(source, trigger, node.GuardsAgainst(trigger));
                break;
            case Handler.Reentry reentry:
                Reenter(node, new(source, reentry.Destination, trigger));
                break;
            case Handler.Dynamic dynamic:
                Move(node, new(source, dynamic.Select(arguments), trigger));
                break;
            // A superstate's transition into the very substate we are in changes nothing.
            case Handler.Permitted permitted when !AreSame(source, permitted.Destination):
                Move(node, new(source, permitted.Destination, trigger));
                break;
        }
    }

    private void Move(StateNode node, Transition transition)
    {
        node.Exit(transition);
        _write(transition.Destination);
        _transitioned?.Invoke(transition);
        NodeOf(transition.Destination).Enter(transition);
    }

    private void Reenter(StateNode node, Transition transition)
    {
        var destination = transition.Destination;
        node.Exit(transition);
        if (!transition.IsReentry)
        {
            // The superstate permits it: the substate is left, then the superstate is left and entered again.
            transition = new(destination, destination, transition.Trigger);
            NodeOf(destination).Exit(transition);
        }

        _transitioned?.Invoke(transition);
        NodeOf(destination).Enter(transition);
        _write(_mode is FiringMode.Immediate ? State : destination);
    }
}
