using Stateless;

namespace RepairBot.Substitutes.Tests;

public enum Deed
{
    Lead,
    Select,
    Reenter,
    Ignore,
}

/// <summary>In a state, a trigger does a deed while its guard passes; guard null: always.</summary>
internal sealed record Rule(int State, int Trigger, Deed Deed, int Target, int? Guard);

/// <summary>
/// A random machine as plain data, with its own small account of what a trigger does. Guards pass by the bits of
/// <see cref="Open"/>; the machine's state is kept in <see cref="State"/>.
/// </summary>
internal sealed class RandomFlow
{
    public const int States = 12;
    public const int Triggers = 5;
    private const int Guards = 6;
    private readonly int?[] _parents = new int?[States];
    private readonly List<Rule> _rules = [];

    public RandomFlow(Random random)
    {
        for (var state = 1; state < States; state++)
            _parents[state] = random.Next(3) == 0 ? null : random.Next(state);

        for (var count = 0; count < 60; count++)
            _rules.Add(RandomRule(random));
    }

    public int State { get; set; }

    public int Open { get; set; }

    /// <summary>Where a trigger leads from the current state: a state, null when nobody takes it, or an error when two rules do.</summary>
    public int? Expect(int trigger)
    {
        for (int? at = State; at is { } state; at = _parents[state])
        {
            var passing = _rules.FindAll(rule => rule.State == state && rule.Trigger == trigger && Passes(rule.Guard));
            if (passing.Count > 1)
                throw new InvalidOperationException("Two rules pass.");

            if (passing is [var rule])
                return rule.Deed is Deed.Ignore ? State : rule.Target;
        }

        return null;
    }

    public bool IsWithin(int other)
    {
        for (int? at = State; at is { } state; at = _parents[state])
        {
            if (state == other)
                return true;
        }

        return false;
    }

    public StateMachine<int, int> Build()
    {
        var machine = new StateMachine<int, int>(() => State, next => State = next);
        for (var state = 0; state < States; state++)
        {
            if (_parents[state] is { } parent)
                machine.Configure(state).SubstateOf(parent);
        }

        foreach (var rule in _rules)
            Configure(machine.Configure(rule.State), rule);

        return machine;
    }

    private static Rule RandomRule(Random random)
    {
        var (state, deed) = (random.Next(States), (Deed)random.Next(4));
        var target = deed is Deed.Reenter ? state : (state + random.Next(1, States)) % States;
        return new(state, random.Next(Triggers), deed, target, random.Next(8) == 0 ? null : random.Next(Guards));
    }

    private void Configure(StateMachine<int, int>.StateConfiguration state, Rule rule)
    {
        _ = (rule.Deed, rule.Guard) switch
        {
            (Deed.Lead, null) => state.Permit(rule.Trigger, rule.Target),
            (Deed.Lead, var guard) => state.PermitIf(rule.Trigger, rule.Target, () => Passes(guard)),
            (Deed.Select, null) => state.PermitDynamic(rule.Trigger, () => rule.Target),
            (Deed.Select, var guard) => state.PermitDynamicIf(rule.Trigger, () => rule.Target, () => Passes(guard)),
            (Deed.Reenter, null) => state.PermitReentry(rule.Trigger),
            (Deed.Reenter, var guard) => state.PermitReentryIf(rule.Trigger, () => Passes(guard)),
            (Deed.Ignore, null) => state.Ignore(rule.Trigger),
            (Deed.Ignore, var guard) => state.IgnoreIf(rule.Trigger, () => Passes(guard)),
        };
    }

    private bool Passes(int? guard) => guard is not { } bit || (Open >> bit & 1) == 1;
}
