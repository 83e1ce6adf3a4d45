namespace RepairBot.Core.Repairs;

/// <summary>What moves a conversation on.</summary>
public enum Trigger
{
    /// <summary>The question was answered, or its earlier answer was kept.</summary>
    Answered,

    /// <summary>The question was skipped.</summary>
    Skipped,

    /// <summary>The person went back to the question shown before.</summary>
    WentBack,

    /// <summary>An earlier answer is to be changed.</summary>
    EditChosen,

    /// <summary>An edit is done: back to where the person was.</summary>
    EditDone,

    /// <summary>A detour was taken up: an aside, or a calming exercise.</summary>
    AsideTaken,

    /// <summary>A check-in, or the question whether to go on with them, was pressed.</summary>
    CheckInTaken,

    /// <summary>The exercise that interrupted a question was asked for.</summary>
    SteadyAsked,

    /// <summary>The person asked to stop.</summary>
    StopAsked,

    /// <summary>Stopping was called off.</summary>
    WentOn,

    /// <summary>The conversation ends here; what is kept was decided by the person.</summary>
    Stopped,

    /// <summary>The screen saw something that comes before any repair.</summary>
    RiskSeen,
}
