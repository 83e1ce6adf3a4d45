using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace RepairBot.Core.Privacy;

/// <summary>
/// Seals payloads under their person's key and opens them again. Format 1: a format byte (1, with 128 added when compressed), a random
/// nonce of 12 bytes, the payload under AES-256-GCM, a tag of 16 bytes: 29 bytes more than what goes in. A compressed payload is Brotli
/// behind its clear length in 4 bytes. May be called from many threads at once.
/// </summary>
public sealed class Sealer(KeyRing keys)
{
    /// <summary>What sealing adds to a payload that is not compressed, in bytes.</summary>
    public const int Overhead = 1 + PersonKey.NonceLength + PersonKey.TagLength;

    private const byte Format = 1;
    private const byte Compressed = 128;
    private const int LengthPrefix = 4;

    // Below this size Brotli costs more time than the bytes are worth; above it, text shrinks to less than half.
    private const int WorthCompressing = 4096;
    private const int LargestClear = 64 * 1024 * 1024;
    private const int Quality = 1;
    private const int Window = 18;

    [ThreadStatic]
    private static NonceSupply? nonces;

    /// <summary>Seals a payload. A person's first one makes their key.</summary>
    /// <exception cref="KeyException">The key can't be read or written.</exception>
    public ReadOnlyMemory<byte> Seal(in Seal seal, ReadOnlyMemory<byte> clear)
    {
        var key = keys.ExistingOrNew(seal.Person);
        if (clear.Length >= WorthCompressing)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(clear.Length);
            try
            {
                // It pays when it fits into three quarters of the room.
                var room = buffer.AsSpan(LengthPrefix, clear.Length / 4 * 3);
                if (BrotliEncoder.TryCompress(clear.Span, room, out var written, Quality, Window))
                {
                    BinaryPrimitives.WriteInt32LittleEndian(buffer, clear.Length);
                    return Encrypt(key, seal, Format | Compressed, buffer.AsSpan(0, LengthPrefix + written));
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            }
        }

        return Encrypt(key, seal, Format, clear.Span);
    }

    /// <summary>Opens a payload.</summary>
    /// <exception cref="SealBrokenException">It was changed, or sealed as something else.</exception>
    /// <exception cref="KeyException">The person has no key any more, or keys can't be reached.</exception>
    public ReadOnlyMemory<byte> Open(in Seal seal, ReadOnlyMemory<byte> payload) => Open(seal, payload, static clear => clear.ToArray());

    /// <summary>Opens a payload in a buffer that is wiped once it is read.</summary>
    /// <param name="seal">What it was sealed as.</param>
    /// <param name="payload">The sealed bytes.</param>
    /// <param name="read">Takes what it needs out of the clear bytes; they are gone when it returns.</param>
    /// <exception cref="SealBrokenException">It was changed, or sealed as something else.</exception>
    /// <exception cref="KeyException">The person has no key any more, or keys can't be reached.</exception>
    public T Open<T>(in Seal seal, ReadOnlyMemory<byte> payload, Func<ReadOnlySpan<byte>, T> read)
    {
        var bytes = payload.Span;
        if (bytes.Length < Overhead || (bytes[0] & ~Compressed) != Format)
        {
            throw new SealBrokenException(seal.Kind, inner: null);
        }

        var key = keys.Existing(seal.Person);
        var length = bytes.Length - Overhead;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var clear = buffer.AsSpan(0, length);
            Decrypt(key, seal, bytes, clear);
            return (bytes[0] & Compressed) == 0 ? read(clear) : Decompress(seal.Kind, clear, read);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Encrypt(PersonKey key, in Seal seal, byte format, ReadOnlySpan<byte> clear)
    {
        var payload = GC.AllocateUninitializedArray<byte>(clear.Length + Overhead);
        payload[0] = format;
        var nonce = payload.AsSpan(1, PersonKey.NonceLength);
        (nonces ??= new NonceSupply()).Take(nonce);
        Span<byte> bound = stackalloc byte[Privacy.Seal.Length];
        seal.Write(bound, format);
        key.Encrypt(
            nonce, clear, payload.AsSpan(1 + PersonKey.NonceLength, clear.Length), payload.AsSpan(payload.Length - PersonKey.TagLength), bound);
        return payload;
    }

    private static void Decrypt(PersonKey key, in Seal seal, ReadOnlySpan<byte> payload, Span<byte> clear)
    {
        Span<byte> bound = stackalloc byte[Privacy.Seal.Length];
        seal.Write(bound, payload[0]);
        try
        {
            key.Decrypt(
                payload.Slice(1, PersonKey.NonceLength),
                payload.Slice(1 + PersonKey.NonceLength, clear.Length),
                payload[^PersonKey.TagLength..],
                clear,
                bound);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new SealBrokenException(seal.Kind, e);
        }
    }

    private static T Decompress<T>(SealKind kind, ReadOnlySpan<byte> compressed, Func<ReadOnlySpan<byte>, T> read)
    {
        if (compressed.Length <= LengthPrefix || BinaryPrimitives.ReadInt32LittleEndian(compressed) is not (> 0 and <= LargestClear and var length))
        {
            throw new SealBrokenException(kind, inner: null);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var clear = buffer.AsSpan(0, length);
            return BrotliDecoder.TryDecompress(compressed[LengthPrefix..], clear, out var written) && written == length
                ? read(clear)
                : throw new SealBrokenException(kind, inner: null);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
