namespace RepairBot.Core.CheckIns.Evidence;

/// <summary>The words of the picture, from a guide.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Kept">For <c>kept</c>.</param>
/// <param name="Partly">For <c>partly</c>.</param>
/// <param name="NotYet">For <c>not-yet</c>.</param>
/// <param name="Ended">For <c>end</c>.</param>
/// <param name="Empty">Said when there is nothing to show yet.</param>
/// <param name="Earlier">Said when earlier entries do not fit.</param>
public sealed record EvidenceWords(
    string Title, string Kept, string Partly, string NotYet, string Ended, string Empty, string Earlier)
{
    /// <summary>The word for what was said of a promise; null for what has none.</summary>
    public string? Of(string said) => said switch
    {
        "kept" => Kept,
        "partly" => Partly,
        "not-yet" => NotYet,
        "end" => Ended,
        _ => null,
    };
}
