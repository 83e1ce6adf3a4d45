namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>A trigger that carries one argument; made by <see cref="SetTriggerParameters{TArg0}"/>.</summary>
    public sealed class TriggerWithParameters<TArg0>
    {
        internal TriggerWithParameters(TTrigger trigger) => Trigger = trigger;

        /// <summary>The trigger itself.</summary>
        public TTrigger Trigger { get; }

        /// <summary>The argument, or the type's default when the trigger is fired or tried without one.</summary>
        internal static TArg0 ArgumentIn(object?[] arguments) => arguments is [var first] ? (TArg0)first! : default!;
    }
}
