namespace Stateless;

/// <summary>When a trigger fired by an action, while another trigger is being handled, takes effect.</summary>
public enum FiringMode
{
    /// <summary>At once, in the middle of the other trigger.</summary>
    Immediate,

    /// <summary>After the other trigger is done. The default.</summary>
    Queued,
}
