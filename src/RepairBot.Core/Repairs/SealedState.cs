using System.Buffers;
using System.Text.Json;
using RepairBot.Core.Privacy;

namespace RepairBot.Core.Repairs;

/// <summary>
/// State as sealed JSON. Its clear bytes stand in buffers that are wiped at once; what a buffer outgrew, and the words of a turn itself, are the
/// collector's. May be called from many threads at once.
/// </summary>
internal sealed class SealedState(Sealer sealer)
{
    private const int LargestKept = 1024 * 1024;

    [ThreadStatic]
    private static Scratch? scratch;

    /// <summary>Writes and seals a value.</summary>
    /// <exception cref="KeyException">The key can't be read or written.</exception>
    public ReadOnlyMemory<byte> Seal<T>(in Seal seal, T value)
        where T : notnull
    {
        var (buffer, json) = scratch ??= Scratch.New();
        try
        {
            StateJson.Write(buffer, json, value);
            return sealer.Seal(seal, buffer.WrittenMemory);
        }
        finally
        {
            buffer.Clear();
            json.Reset();
            if (buffer.Capacity > LargestKept)
            {
                scratch = null;
            }
        }
    }

    /// <summary>Opens and reads a value.</summary>
    /// <exception cref="SealBrokenException">It was changed, or sealed as something else.</exception>
    /// <exception cref="KeyException">The person has no key any more, or keys can't be reached.</exception>
    public T Open<T>(in Seal seal, ReadOnlyMemory<byte> payload)
        where T : notnull =>
        sealer.Open(seal, payload, static json => StateJson.Read<T>(json));

    private sealed record Scratch(ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)
    {
        public static Scratch New()
        {
            var buffer = new ArrayBufferWriter<byte>();
            return new Scratch(buffer, StateJson.WriterOver(buffer));
        }
    }
}
