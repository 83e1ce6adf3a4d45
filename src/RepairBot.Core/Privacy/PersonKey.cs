using System.Security.Cryptography;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Privacy;

/// <summary>One person's key, ready to use. A cipher serves one caller at a time, so calls take turns.</summary>
internal sealed class PersonKey(ReadOnlySpan<byte> key) : IDisposable
{
    public const int Length = 32;
    public const int NonceLength = 12;
    public const int TagLength = 16;

    private readonly AesGcm cipher = new(key, TagLength);
    private readonly Lock gate = new();
    private bool destroyed;

    public void Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> clear, Span<byte> sealedBytes, Span<byte> tag, ReadOnlySpan<byte> bound)
    {
        lock (gate)
        {
            ThrowIfDestroyed();
            cipher.Encrypt(nonce, clear, sealedBytes, tag, bound);
        }
    }

    /// <exception cref="AuthenticationTagMismatchException">Something was changed.</exception>
    public void Decrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> tag, Span<byte> clear, ReadOnlySpan<byte> bound)
    {
        lock (gate)
        {
            ThrowIfDestroyed();
            cipher.Decrypt(nonce, sealedBytes, tag, clear, bound);
        }
    }

    /// <summary>From here on nothing is sealed or opened with it.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            destroyed = true;
            cipher.Dispose();
        }
    }

    public static KeyException Missing(PersonId person, Exception? inner = null) => new(
        KeyFailure.NoPersonKey, $"There is no key for the person {person.Value:N}: never made, or destroyed when they were erased.", inner);

    private void ThrowIfDestroyed()
    {
        if (destroyed)
        {
            throw new KeyException(KeyFailure.NoPersonKey, "This person's key was destroyed.", inner: null);
        }
    }
}
