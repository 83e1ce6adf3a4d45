using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.CheckIns;

/// <summary>One small act a person agreed with themselves to do.</summary>
public sealed record Promise
{
    /// <summary>1 for the first of its repair.</summary>
    public required int Number { get; init; }

    /// <summary>The act, in the person's words.</summary>
    public required PrivateText Act { get; init; }

    /// <summary>When it is done: the cue of the if–then plan. Empty when not given.</summary>
    public PrivateText Cue { get; init; }

    /// <summary>What happens if it is forgotten. Empty when not given.</summary>
    public PrivateText PlanB { get; init; }

    /// <summary>How the other would see it. Empty when not given.</summary>
    public PrivateText SeenAs { get; init; }

    /// <summary>What it builds: <c>consistency</c>, <c>honesty</c> or <c>emotional-safety</c>; null when not said.</summary>
    public string? Tag { get; init; }

    /// <summary>How sure the person is, 0–10; null when not asked.</summary>
    public int? Confidence { get; init; }

    /// <summary>The act's own date in the person's zone, from which check-ins are counted.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was agreed, UTC.</summary>
    public required DateTimeOffset AgreedAt { get; init; }

    /// <summary>The person wants to be asked how it goes.</summary>
    public bool CheckIns { get; init; }

    /// <summary>
    /// The days after the act on which it is asked about, rising, as the person chose them; null for the usual ones, which are further apart
    /// where it keeps happening.
    /// </summary>
    public ImmutableArray<int>? Days { get; init; }

    /// <summary>The local day on which it was last asked about; null when it never was.</summary>
    public DateOnly? LastAsked { get; init; }

    /// <summary>How many check-ins in a row met silence.</summary>
    public int Unanswered { get; init; }

    /// <summary>The person was asked once, after silence, whether to go on asking.</summary>
    public bool AskedToStop { get; init; }

    /// <summary>It was ended by the person; nothing asks about it any more.</summary>
    public bool Ended { get; init; }
}
