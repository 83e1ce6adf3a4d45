namespace RepairBot.Core.Privacy;

/// <summary>A sealed payload was changed, or is not what it is taken for: another person's, another row's or another version's.</summary>
public sealed class SealBrokenException(SealKind kind, Exception? inner) : Exception($"A sealed {Name(kind)} does not open.", inner)
{
    /// <summary>What it was taken for.</summary>
    public SealKind Kind { get; } = kind;

    private static string Name(SealKind kind) => kind switch
    {
        SealKind.Record => "record",
        SealKind.Message => "message",
        SealKind.Reminder => "reminder",
        SealKind.Reference => "reference",
    };
}
