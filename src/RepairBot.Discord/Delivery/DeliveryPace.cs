namespace RepairBot.Discord.Delivery;

/// <summary>How patiently messages are sent.</summary>
internal sealed record DeliveryPace
{
    /// <summary>Most calls for one message in one round.</summary>
    public const int MostCalls = 5;

    /// <summary>How long one call may take. Default 10 s.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause before the second try of a message; it doubles with each further one. Default 1 s.</summary>
    public TimeSpan Again { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A wait longer than this is spent without holding the message in hand. Default 1 min.</summary>
    public TimeSpan LongWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The rest after a message took all its calls in vain; it doubles with each further round, up to a day. Default 15 min.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long Discord surely knows a nonce again. It says "the past few minutes". Default 2 min.</summary>
    public TimeSpan Nonce { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>At most one new channel is opened in this time: Discord blocks bots that open many quickly. Default 3 s.</summary>
    public TimeSpan Opening { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often everything that waits is looked through, should a word of it have been lost. Default 5 min.</summary>
    public TimeSpan Sweep { get; init; } = TimeSpan.FromMinutes(5);
}
