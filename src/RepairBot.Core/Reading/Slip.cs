namespace RepairBot.Core.Reading;

/// <summary>Compares two spellings. All comparisons are linear.</summary>
internal static class Slip
{
    /// <summary>Same length, two neighbouring letters changed places.</summary>
    public static bool IsSwap(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var i = a.CommonPrefixLength(b);
        return i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i] && a[(i + 2)..].SequenceEqual(b[(i + 2)..]);
    }

    /// <summary>The longer spelling is the shorter one with one letter put in.</summary>
    public static bool IsOneMore(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var i = shorter.CommonPrefixLength(longer);
        return shorter[i..].SequenceEqual(longer[(i + 1)..]);
    }

    /// <summary>Same length, one letter differs.</summary>
    public static bool IsOneOff(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var i = a.CommonPrefixLength(b);
        return i < a.Length && a[(i + 1)..].SequenceEqual(b[(i + 1)..]);
    }
}
