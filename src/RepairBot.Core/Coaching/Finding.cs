using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>What a repair draft can hold.</summary>
public enum Component
{
    /// <summary>The writer names their own act, choice or fault.</summary>
    Ownership,

    /// <summary>An observable act is named.</summary>
    SpecificEvent,

    /// <summary>A concrete effect on the other, as a fact.</summary>
    Impact,

    /// <summary>Understanding beyond stating the effect.</summary>
    Empathy,

    /// <summary>A concrete future behaviour, or a repair already done or dated.</summary>
    Change,

    /// <summary>An unpressured opening for a later talk.</summary>
    RevisitInvite,
}

/// <summary>What can undermine a repair draft.</summary>
public enum Fault
{
    /// <summary>Hedges whether harm happened.</summary>
    Conditional,

    /// <summary>A contrast that turns to an excuse or counter-point.</summary>
    ButJustification,

    /// <summary>Causes moved to the reader or a third party.</summary>
    BlameShift,

    /// <summary>Three or more reasons, or reasons that outweigh the acknowledgement.</summary>
    Overexplaining,

    /// <summary>Shrinks the act or its effect.</summary>
    Minimising,

    /// <summary>Always, never, everything: a generalisation about a person or the relationship.</summary>
    Absolutes,

    /// <summary>Self-condemnation or displayed suffering that invites comfort.</summary>
    GuiltPerformance,

    /// <summary>Pressure for forgiveness, closure, warmth or a deadline.</summary>
    DemandForgiveness,

    /// <summary>Harm without an agent.</summary>
    PassiveVoiceEvasion,
}

/// <summary>One of the four ways of speaking that do the most damage.</summary>
public enum Horseman
{
    /// <summary>An attack on character.</summary>
    Criticism,

    /// <summary>Mockery, disgust, superiority.</summary>
    Contempt,

    /// <summary>Excuse, counter-attack, victim stance.</summary>
    Defensiveness,

    /// <summary>Refusing or vanishing without a time to return.</summary>
    Stonewalling,
}

/// <summary>What shows in a text about how its writer is doing right now.</summary>
public enum Mood
{
    /// <summary>"I'm a terrible person": kindness, and back to the one act.</summary>
    Shame,

    /// <summary>Explaining, denying, turning round: curiosity about the other's side.</summary>
    Defence,

    /// <summary>Wants wording at once: a slower question.</summary>
    Rush,

    /// <summary>All about what the other did: what was felt and needed?</summary>
    Blame,

    /// <summary>Goes into solving: reconnect first, park the solution.</summary>
    Solving,

    /// <summary>Why back then: a question about today.</summary>
    OldWhy,
}

/// <summary>What stands in the way of an action that can be kept and seen.</summary>
public enum ActionConcern
{
    /// <summary>"Never again", "always": too big for a week.</summary>
    Vow,

    /// <summary>An outcome in somebody else's hands: "make her trust me".</summary>
    Outcome,

    /// <summary>Controls or watches the other.</summary>
    Controlling,

    /// <summary>Several actions at once.</summary>
    Several,

    /// <summary>Not a doing-word: "be better", "try harder".</summary>
    Vague,

    /// <summary>No day or time.</summary>
    Undated,
}

/// <summary>What gets in the way of a reflection.</summary>
public enum ReflectionConcern
{
    /// <summary>Argues back.</summary>
    Rebuttal,

    /// <summary>Gives advice.</summary>
    Advice,

    /// <summary>Asks why.</summary>
    Why,

    /// <summary>No feeling is named.</summary>
    NoFeeling,

    /// <summary>Does not end with a check such as "did I get that?".</summary>
    NoCheck,
}

/// <summary>One thing that was read in a text.</summary>
/// <typeparam name="TKind">What kinds of things are looked for.</typeparam>
/// <param name="Kind">What it is.</param>
/// <param name="Span">The exact words.</param>
/// <param name="Rule">The reviewed rule that found it, for tests and explanations.</param>
public readonly record struct Finding<TKind>(TKind Kind, TextSpan Span, string Rule)
    where TKind : struct, Enum;
