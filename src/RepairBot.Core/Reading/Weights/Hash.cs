namespace RepairBot.Core.Reading.Weights;

/// <summary>A number for a short text, the same in every process.</summary>
internal static class Hash
{
    // FNV-1a over UTF-16 units, folded: few of a hundred thousand names share a number.
    public static uint Of(ReadOnlySpan<char> name)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in name)
        {
            hash = unchecked((hash ^ unit) * 1099511628211UL);
        }

        return (uint)(hash >> 32) ^ (uint)(hash & uint.MaxValue);
    }
}
