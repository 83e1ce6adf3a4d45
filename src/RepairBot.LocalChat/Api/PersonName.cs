using System.Buffers;
using RepairBot.Core.Chat;

namespace RepairBot.LocalChat.Api;

/// <summary>Names in the local chat: 1–32 characters of a–z, 0–9 and <c>-</c>.</summary>
internal static class PersonName
{
    public const int Longest = 32;

    private const string Platform = "local";

    private static readonly SearchValues<char> Legal = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The person of that name; an illegal name is refused.</summary>
    public static PlatformIdentity Identify(string name) =>
        name.Length is >= 1 and <= Longest && !name.AsSpan().ContainsAnyExcept(Legal)
            ? new PlatformIdentity(Platform, name)
            : throw Body.Malformed($"A name has 1 to {Longest} characters of a-z, 0-9 and -.");
}
