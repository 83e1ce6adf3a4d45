namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>A change from one state to another, or back into the same one.</summary>
    public sealed class Transition
    {
        internal Transition(TState source, TState destination, TTrigger trigger) =>
            (Source, Destination, Trigger) = (source, destination, trigger);

        /// <summary>The state that is left.</summary>
        public TState Source { get; }

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; }

        /// <summary>The trigger that was fired.</summary>
        public TTrigger Trigger { get; }

        /// <summary>Whether the state is left and entered again.</summary>
        public bool IsReentry => AreSame(Source, Destination);
    }
}
