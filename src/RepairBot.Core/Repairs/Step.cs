namespace RepairBot.Core.Repairs;

/// <summary>
/// Where a conversation stands. Steps are stored by the names in <see cref="Steps.NameOf"/>; renaming one needs a migration.
/// The first seven are the phases as superstates: nobody ever stands in one of them.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(StepJsonConverter))]
public enum Step
{
    // Superstates.
    Opening,
    Ownership,
    Regulation,
    Dialogue,
    FollowThrough,
    Aside,
    CheckIn,

    // Opening.
    Welcome,
    Side,
    Kind,
    Safety,
    Length,
    Who,
    Bond,

    // Ownership, for the one who hurt.
    Happened,
    Pattern,
    Cycle,
    Impact,
    Part,
    Draft,
    Reading,

    // Ownership, for the one who was hurt.
    Felt,
    NotOkay,
    Ask,

    // Regulation.
    HeatBefore,
    Feeling,
    Choose,
    Exercise,
    HeatAfter,
    Readiness,
    Resting,
    Reread,

    // Dialogue.
    Contact,
    Listening,
    Guess,
    Opener,
    TalkTime,
    AfterTalk,

    // Follow-through.
    Action,
    Tag,
    Cue,
    SeenAs,
    Confidence,
    Note,
    Consent,
    Zone,
    Closing,

    // Asides: short detours that lead back to the question they were offered at.
    Layers,
    Protection,
    Aim,
    Needs,
    Harder,
    Today,
    Together,
    Extra,

    // Check-ins on a promise.
    Promise,
    CheckInNote,
    When,
    Lapse,
    OtherAct,
    LookBack,
    StillWanted,

    // Reflection, outside a conflict.
    Usual,
    Regulate,
    Ways,

    // Held and ended.
    SteppedBack,
    Stopping,
    Finished,
}
