using Stateless.Reflection;

namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>What a state does with a trigger while the guard passes; no guard always passes.</summary>
    internal abstract record Handler(TTrigger Trigger, Guard? Guard)
    {
        public bool Accepts(object?[] arguments) => Guard is null || Guard.Passes(arguments);

        public sealed record Ignored(TTrigger Trigger, Guard? Guard) : Handler(Trigger, Guard);

        public record Permitted(TTrigger Trigger, Guard? Guard, TState Destination) : Handler(Trigger, Guard);

        public sealed record Reentry(TTrigger Trigger, Guard? Guard, TState Destination) : Permitted(Trigger, Guard, Destination);

        public sealed record Dynamic(
            TTrigger Trigger,
            Guard? Guard,
            Func<object?[], TState> Select,
            InvocationInfo Selector,
            DynamicStateInfos? PossibleDestinations) : Handler(Trigger, Guard);
    }
}
