using Stateless.Reflection;

namespace Stateless;

/// <summary>A condition in words. It sees the trigger's arguments, of which there are none or one.</summary>
internal sealed record Guard(Func<object?[], bool> Passes, InvocationInfo Method)
{
    public static Guard On(Func<bool> condition, string? description) =>
        new(_ => condition(), InvocationInfo.Of(condition, description));

    public static Guard On(Func<object?[], bool> condition, string? description) =>
        new(condition, InvocationInfo.Of(condition, description));
}
