using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The arrows. A dynamic transition leads to a numbered decision and from there to the states that may be chosen.</summary>
internal sealed class MermaidTransitions(MermaidAliases aliases, IReadOnlySet<string> stateNames)
{
    private readonly List<string> _lines = [];
    private int _decisions;

    public IEnumerable<string> Lines => _lines;

    public IEnumerable<string> Decisions => Enumerable.Range(1, _decisions).Select(number => $"\tstate Decision{number} <<choice>>");

    public void AddFrom(StateInfo state)
    {
        var source = aliases.Of(state);
        foreach (var transition in state.FixedTransitions)
            Add(source, aliases.Of(transition.DestinationState), EntryText(state, transition), Words(transition));

        foreach (var transition in state.DynamicTransitions)
            AddDecision(source, transition);

        foreach (var ignored in state.IgnoredTriggers)
            Add(source, source, $"{ignored.Trigger}", Words(ignored));
    }

    private static IEnumerable<string> Words(TransitionInfo transition) =>
        transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description);

    /// <summary>A reentry also names what runs when the state is entered again.</summary>
    private static string EntryText(StateInfo state, FixedTransitionInfo transition) =>
        transition.DestinationState == state && state.EntryActions.Any()
            ? $"{transition.Trigger} / {string.Join(", ", state.EntryActions.Select(action => action.Method.Description))}"
            : $"{transition.Trigger}";

    private void AddDecision(string source, DynamicTransitionInfo transition)
    {
        var decision = $"Decision{++_decisions}";
        Add(source, decision, $"{transition.Trigger}", Words(transition));
        foreach (var possible in transition.PossibleDestinationStates ?? [])
        {
            if (stateNames.Contains(possible.DestinationState))
                Add(decision, aliases.Of(possible.DestinationState), $"{transition.Trigger}", [possible.Criterion]);
        }
    }

    private void Add(string source, string destination, string text, IEnumerable<string> conditions) =>
        _lines.Add($"\t{source} --> {destination} : {text}{string.Concat(conditions.Select(condition => $" [{condition}]"))}");
}
