namespace RepairBot.Benchmarks.Stores;

/// <summary>The bytes of a turn: two records of 1.5 KB and two messages of 1 KB, random as sealed ones are.</summary>
internal static class TurnWork
{
    public const int Bytes = (2 * 1536) + (2 * 1024);

    private static readonly byte[] Source = Random(1 << 20);

    public static ReadOnlyMemory<byte> Record(long turn) => Source.AsMemory((int)(turn * 37 % 500_000), 1536);

    public static ReadOnlyMemory<byte> Message(long turn) => Source.AsMemory((int)(turn * 41 % 500_000), 1024);

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
