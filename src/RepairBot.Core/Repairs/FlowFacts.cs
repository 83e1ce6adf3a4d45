namespace RepairBot.Core.Repairs;

/// <summary>
/// What the guards of <see cref="RepairFlow"/> know of one conversation: answers already given, nothing else. Copied in before a
/// trigger is fired and cleared afterwards, so that nothing of a person stays in a machine.
/// </summary>
public readonly record struct FlowFacts
{
    /// <summary>What kind of conversation this is.</summary>
    public ConversationForm Form { get; init; }

    /// <summary>The person was hurt and does not say that they hurt the other.</summary>
    public bool WasHurt { get; init; }

    /// <summary>Both hurt each other.</summary>
    public bool Both { get; init; }

    /// <summary>The five-minute form.</summary>
    public bool Brief { get; init; }

    /// <summary>It keeps happening: already said, so not asked again.</summary>
    public bool KeepsHappening { get; init; }

    /// <summary>It was a misunderstanding: whether it goes like this often is not the point.</summary>
    public bool Misunderstanding { get; init; }

    /// <summary>It goes like this often.</summary>
    public bool Often { get; init; }

    /// <summary>The last heat rating, 0–10, is 3 or less.</summary>
    public bool Calm { get; init; }

    /// <summary>Ready to speak, as the regulation rules count it.</summary>
    public bool Ready { get; init; }

    /// <summary>The person chose to wait.</summary>
    public bool Waits { get; init; }

    /// <summary>The person wants another exercise.</summary>
    public bool Again { get; init; }

    /// <summary>No words for the other are drafted: contact is not wanted or allowed, or it is not safe.</summary>
    public bool NoDrafting { get; init; }

    /// <summary>All that could stand in a draft was skipped.</summary>
    public bool NothingWritten { get; init; }

    /// <summary>No act was chosen.</summary>
    public bool NoAct { get; init; }

    /// <summary>The person caught themselves preparing a defence.</summary>
    public bool Defends { get; init; }

    /// <summary>The talk has been had.</summary>
    public bool Talked { get; init; }

    /// <summary>Check-ins are wanted and the time zone is not known yet.</summary>
    public bool NeedsZone { get; init; }

    /// <summary>What was said to the check-in, or about the lapse; null when nothing was.</summary>
    public string? Said { get; init; }

    /// <summary>This was the last check-in of its promise.</summary>
    public bool LastCheckIn { get; init; }

    /// <summary>The question before the detour, the edit or the stop; null when there is none.</summary>
    public Step? Return { get; init; }

    /// <summary>Where the trail leads back to; null at the first question.</summary>
    public Step? LastShown { get; init; }

    /// <summary>Where an edit or an aside goes.</summary>
    public Step? Goal { get; init; }
}

/// <summary>What kind of conversation it is. Only repairs appear in a person's history.</summary>
public enum ConversationForm
{
    /// <summary>A whole repair.</summary>
    Repair,

    /// <summary>A calming exercise alone.</summary>
    Steady,

    /// <summary>The reflection questions, outside a conflict.</summary>
    Reflection,
}
