namespace RepairBot.LoopbackDiscord;

/// <summary>At most <paramref name="Count"/> times within <paramref name="Within"/>.</summary>
public sealed record Allowance(int Count, TimeSpan Within);

/// <summary>
/// Numbers Discord enforces and tests may change. Where Discord publishes none (marked so), the value stands for "soon, and it hurts".
/// </summary>
public sealed record LoopbackLimits
{
    /// <summary>How long an interaction waits for its initial response.</summary>
    public TimeSpan InitialResponse { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an interaction's token edits and follows up.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a nonce is remembered ("the past few minutes"; no number is published).</summary>
    public TimeSpan NonceWindow { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>New direct message channels before 40003 (no number is published).</summary>
    public Allowance NewDirectMessages { get; init; } = new(10, TimeSpan.FromSeconds(10));

    /// <summary>Edits of one channel's messages older than an hour before 30046 (no number is published).</summary>
    public Allowance OldEdits { get; init; } = new(3, TimeSpan.FromHours(1));

    /// <summary>IDENTIFYs a day; at the limit every session ends and the token is reset.</summary>
    public int IdentifiesPerDay { get; init; } = 1000;

    /// <summary>The pause between two IDENTIFYs of one concurrency slot; sooner gets op 9.</summary>
    public TimeSpan IdentifyPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What one connection may send.</summary>
    public Allowance GatewaySends { get; init; } = new(120, TimeSpan.FromSeconds(60));

    /// <summary>How long a session without a socket may be resumed (no number is published).</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>New command names a day in one scope.</summary>
    public int CommandCreatesPerDay { get; init; } = 200;

    /// <summary>Bytes of one attachment.</summary>
    public int FileBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Bytes of one request.</summary>
    public int RequestBytes { get; init; } = 25 * 1024 * 1024;
}
