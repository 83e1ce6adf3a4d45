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
    public ReadOnlyMemory<byte> Open(in Seal seal, ReadOnlyMemory<byte> payload)
    {
        var bytes = payload.Span;
        if (bytes.Length < Overhead || (bytes[0] & ~Compressed) != Format)
        {
            throw new SealBrokenException(seal.Kind, inner: null);
        }

        var key = keys.Existing(seal.Person);
        var length = bytes.Length - Overhead;
        if ((bytes[0] & Compressed) == 0)
        {
            var clear = GC.AllocateUninitializedArray<byte>(length);
            Decrypt(key, seal, bytes, clear);
            return clear;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Decrypt(key, seal, bytes, buffer.AsSpan(0, length));
            return Decompress(seal.Kind, buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static byte[] Encrypt(PersonKey key, in Seal seal, byte format, ReadOnlySpan<byte> clear)
    {
        var payload = GC.AllocateUninitializedArray<byte>(clear.Length + Overhead);
        payload[0] = format;
        var nonce = payload.AsSpan(1, PersonKey.NonceLength);
        RandomNumberGenerator.Fill(nonce);
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

    private static byte[] Decompress(SealKind kind, ReadOnlySpan<byte> compressed)
    {
        if (compressed.Length > LengthPrefix
            && BinaryPrimitives.ReadInt32LittleEndian(compressed) is > 0 and <= LargestClear and var length)
        {
            var clear = GC.AllocateUninitializedArray<byte>(length);
            if (BrotliDecoder.TryDecompress(compressed[LengthPrefix..], clear, out var written) && written == length)
            {
                return clear;
            }
        }

        throw new SealBrokenException(kind, inner: null);
    }
}
