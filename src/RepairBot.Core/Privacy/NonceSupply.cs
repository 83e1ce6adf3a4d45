using System.Security.Cryptography;

namespace RepairBot.Core.Privacy;

/// <summary>
/// Random nonces, drawn many at a time: one draw takes as long as sealing a kilobyte, however little is drawn. Each is handed out once. A nonce
/// is no secret: it stands in clear in front of what it sealed. For one thread.
/// </summary>
internal sealed class NonceSupply
{
    private const int AtOnce = 64;

    private readonly byte[] drawn = new byte[AtOnce * PersonKey.NonceLength];
    private int next = AtOnce * PersonKey.NonceLength;

    /// <summary>Fills in a nonce that was never used.</summary>
    public void Take(Span<byte> nonce)
    {
        if (next == drawn.Length)
        {
            RandomNumberGenerator.Fill(drawn);
            next = 0;
        }

        drawn.AsSpan(next, PersonKey.NonceLength).CopyTo(nonce);
        next += PersonKey.NonceLength;
    }
}
