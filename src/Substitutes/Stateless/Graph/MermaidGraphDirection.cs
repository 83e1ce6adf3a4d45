namespace Stateless.Graph;

/// <summary>Which way a diagram flows.</summary>
public enum MermaidGraphDirection
{
    /// <summary>Written LR.</summary>
    LeftToRight,

    /// <summary>Written RL.</summary>
    RightToLeft,

    /// <summary>Written TB.</summary>
    TopToBottom,

    /// <summary>Written BT.</summary>
    BottomToTop,
}
