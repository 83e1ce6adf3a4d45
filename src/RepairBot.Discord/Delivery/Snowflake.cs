namespace RepairBot.Discord.Delivery;

/// <summary>Discord's ids hold the millisecond in which they were made.</summary>
internal static class Snowflake
{
    private const long Epoch = 1_420_070_400_000;
    private const int TimeShift = 22;

    /// <summary>Smaller than every id made at or after an instant; 0 for one before Discord's time.</summary>
    public static ulong Before(DateTimeOffset instant) => (ulong)Math.Max(0, instant.ToUnixTimeMilliseconds() - Epoch) << TimeShift;

    /// <summary>When an id was made.</summary>
    public static DateTimeOffset MadeAt(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> TimeShift) + Epoch);
}
