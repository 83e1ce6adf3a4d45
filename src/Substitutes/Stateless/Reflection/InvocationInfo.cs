namespace Stateless.Reflection;

/// <summary>A guard, an action or a selector, in words.</summary>
public sealed class InvocationInfo
{
    private readonly string? _description;

    private InvocationInfo(string methodName, string? description) => (MethodName, _description) = (methodName, description);

    /// <summary>The method's name as compiled; a lambda has one that nobody can read.</summary>
    public string MethodName { get; }

    /// <summary>The description that was given, else the method's name, else "Function" for a lambda.</summary>
    public string Description => _description ?? (MethodName.Contains('<', StringComparison.Ordinal) ? "Function" : MethodName);

    internal static InvocationInfo Of(Delegate method, string? description) => new(method.Method.Name, description);
}
