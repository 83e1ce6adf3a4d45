namespace Stateless.Reflection;

/// <summary>An action that runs when a state is entered.</summary>
public sealed class ActionInfo
{
    internal ActionInfo(InvocationInfo method) => Method = method;

    /// <summary>The action in words.</summary>
    public InvocationInfo Method { get; }
}
