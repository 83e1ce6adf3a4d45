namespace Stateless;

/// <summary>States, triggers and what leads from one state to another. Not thread-safe.</summary>
/// <remarks>Partial because its nested types, which the names to match ask for, stand in files of their own.</remarks>
public sealed partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly OrderedDictionary<TState, StateNode> _nodes = [];
    private readonly HashSet<TTrigger> _parameterised = [];
    private readonly Func<TState> _read;
    private readonly Action<TState> _write;
    private readonly TState _initial;
    private readonly FiringMode _mode;

    /// <summary>A machine that keeps its state itself.</summary>
    public StateMachine(TState initialState, FiringMode firingMode = FiringMode.Queued)
    {
        var state = initialState;
        _read = () => state;
        _write = next => state = next;
        _initial = initialState;
        _mode = firingMode;
    }

    /// <summary>A machine whose state is kept elsewhere. The state read now is the initial one in <see cref="GetInfo"/>.</summary>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator, FiringMode firingMode = FiringMode.Queued)
    {
        _read = stateAccessor;
        _write = stateMutator;
        _initial = stateAccessor();
        _mode = firingMode;
    }

    /// <summary>The current state.</summary>
    public TState State => _read();

    /// <summary>The triggers that can be fired without an argument.</summary>
    public Task<IEnumerable<TTrigger>> PermittedTriggersAsync => GetPermittedTriggersAsync();

    /// <inheritdoc cref="PermittedTriggersAsync"/>
    [Obsolete("As in Stateless: prefer PermittedTriggersAsync.")]
    public IEnumerable<TTrigger> PermittedTriggers => GetPermittedTriggers();

    private StateNode Current => NodeOf(State);

    /// <summary>Starts or continues the configuration of one state.</summary>
    public StateConfiguration Configure(TState state) => new(this, NodeOf(state));

    /// <summary>Gives a trigger an argument.</summary>
    /// <exception cref="InvalidOperationException">The trigger already has one.</exception>
    public TriggerWithParameters<TArg0> SetTriggerParameters<TArg0>(TTrigger trigger) =>
        _parameterised.Add(trigger)
            ? new(trigger)
            : throw new InvalidOperationException($"Parameters for the trigger '{trigger}' have already been configured.");

    /// <summary>Whether the machine is in the state or in one of its substates.</summary>
    public bool IsInState(TState state) => Current.IsWithin(state);

    /// <summary>Whether the trigger would be handled now; guards with an argument see its type's default.</summary>
    /// <exception cref="InvalidOperationException">More than one handler would take it.</exception>
    public bool CanFire(TTrigger trigger) => Current.Find(trigger, []) is not null;

    /// <summary>Whether the trigger would be handled now with this argument.</summary>
    /// <exception cref="InvalidOperationException">More than one handler would take it.</exception>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0) => Current.Find(trigger.Trigger, [arg0]) is not null;

    /// <summary>The triggers that can be fired with these arguments: the state's own, then its superstates'.</summary>
    public Task<IEnumerable<TTrigger>> GetPermittedTriggersAsync(params object[] args) =>
        Task.FromResult<IEnumerable<TTrigger>>(Current.PermittedTriggers(args).ToList());

    /// <inheritdoc cref="GetPermittedTriggersAsync"/>
    [Obsolete("As in Stateless: prefer GetPermittedTriggersAsync.")]
    public IEnumerable<TTrigger> GetPermittedTriggers(params object[] args) => Current.PermittedTriggers(args).ToList();

    private static bool AreSame(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);

    private StateNode NodeOf(TState state)
    {
        if (!_nodes.TryGetValue(state, out var node))
            _nodes.Add(state, node = new StateNode(state));

        return node;
    }
}
