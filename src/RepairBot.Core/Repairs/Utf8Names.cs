using System.Text;

namespace RepairBot.Core.Repairs;

/// <summary>Finds names of ASCII characters by their bytes, so that no text has to be made of them first.</summary>
internal sealed class Utf8Names : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    public static readonly Utf8Names Instance = new();

    private Utf8Names()
    {
    }

    public bool Equals(string? x, string? y) => x == y;

    public int GetHashCode(string obj) => obj.Length == 0 ? 0 : HashOf(obj.Length, obj[0], obj[obj.Length / 2], obj[^1]);

    public bool Equals(ReadOnlySpan<byte> alternate, string other) => Ascii.Equals(alternate, other);

    public int GetHashCode(ReadOnlySpan<byte> alternate) =>
        alternate.IsEmpty ? 0 : HashOf(alternate.Length, alternate[0], alternate[alternate.Length / 2], alternate[^1]);

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.ASCII.GetString(alternate);

    // Length and three places tell nearly all names apart; equality decides.
    private static int HashOf(int length, int first, int middle, int last) => (((((length * 31) + first) * 31) + middle) * 31) + last;
}
