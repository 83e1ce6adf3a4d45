namespace Stateless.Reflection;

/// <summary>Where a dynamic transition may lead, for those who draw it.</summary>
public sealed class DynamicStateInfos : List<DynamicStateInfo>
{
    /// <summary>Adds a state by its name, and when it is chosen.</summary>
    public void Add(string destinationState, string criterion) => Add(new DynamicStateInfo(destinationState, criterion));

    /// <summary>Adds a state, and when it is chosen.</summary>
    public void Add<TState>(TState destinationState, string criterion)
        where TState : notnull => Add(new DynamicStateInfo($"{destinationState}", criterion));
}

/// <summary>One state that a dynamic transition may lead to.</summary>
public sealed class DynamicStateInfo(string destinationState, string criterion)
{
    /// <summary>The state's name.</summary>
    public string DestinationState { get; set; } = destinationState;

    /// <summary>When the state is chosen, in words.</summary>
    public string Criterion { get; set; } = criterion;
}
