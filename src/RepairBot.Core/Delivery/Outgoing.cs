using RepairBot.Core.Chat;

namespace RepairBot.Core.Delivery;

/// <summary>A message that its platform has not confirmed in this version.</summary>
/// <param name="Message">What is to be shown; removed from the conversation when it says so.</param>
/// <param name="Reference">The platform's own reference to the version that was confirmed last; empty when none was.</param>
public sealed record Outgoing(Message Message, ReadOnlyMemory<byte> Reference);

/// <summary>Whom messages go to.</summary>
/// <param name="Person">Who.</param>
/// <param name="Platform">The platform's name.</param>
/// <param name="Address">The platform's own id of the person.</param>
/// <param name="Language">The language they chose; null for the operator's default.</param>
/// <param name="Notes">What the platform's adapter keeps about reaching them; empty until it keeps something.</param>
public sealed record Recipient(PersonId Person, string Platform, string Address, string? Language, ReadOnlyMemory<byte> Notes)
{
    /// <summary>When the person last did something, UTC.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>What is still to be done for somebody who is erased; null for everybody else.</summary>
    public Farewell? Farewell { get; init; }
}
