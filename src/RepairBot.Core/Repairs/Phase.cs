namespace RepairBot.Core.Repairs;

/// <summary>The parts of a repair, in their order.</summary>
public enum Phase
{
    /// <summary>What this is, who did what, and whether it is safe to go on.</summary>
    Opening,

    /// <summary>My part, in words of my own.</summary>
    Ownership,

    /// <summary>A pause before anything is said.</summary>
    Regulation,

    /// <summary>Listening, and saying it.</summary>
    Dialogue,

    /// <summary>One small act, and when to look at it again.</summary>
    FollowThrough,

    /// <summary>How the promise is going.</summary>
    CheckIn,
}
