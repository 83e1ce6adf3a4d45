namespace RepairBot.Core.Privacy;

/// <summary>
/// Stands for a person in logs: ten hexadecimal digits that nobody can turn back, the same for one person within a calendar month (UTC).
/// </summary>
public readonly record struct Pseudonym(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
