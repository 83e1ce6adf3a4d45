namespace Stateless.Reflection;

/// <summary>A trigger, without its type.</summary>
public sealed class TriggerInfo
{
    internal TriggerInfo(object underlyingTrigger) => UnderlyingTrigger = underlyingTrigger;

    /// <summary>The trigger itself.</summary>
    public object UnderlyingTrigger { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{UnderlyingTrigger}";
}
