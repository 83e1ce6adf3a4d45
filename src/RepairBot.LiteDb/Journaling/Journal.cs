using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using RepairBot.Core.Storage;

namespace RepairBot.LiteDb.Journaling;

/// <summary>
/// What is durable but perhaps not yet in LiteDB. A record is whole or it is not there: the first one whose checksum is wrong, and all
/// behind it, was never acknowledged and is cut off. One thread only.
/// </summary>
internal sealed class Journal : IDisposable
{
    public const string Name = "repairbot.journal";

    private const int KeptBuffer = 4 * 1024 * 1024;

    private readonly string path;
    private SafeFileHandle file;
    private ulong salt;
    private ArrayBufferWriter<byte> buffer = new(64 * 1024);

    private Journal(string path, SafeFileHandle file, ulong salt, long length)
    {
        this.path = path;
        this.file = file;
        this.salt = salt;
        Length = length;
    }

    /// <summary>Bytes that hold good records, the header included.</summary>
    public long Length { get; private set; }

    /// <summary>Makes an empty journal, durably, in the place of any other.</summary>
    public static void Create(string path)
    {
        var header = new byte[JournalFormat.HeaderLength];
        JournalFormat.Magic.CopyTo(header);
        RandomNumberGenerator.Fill(header.AsSpan(JournalFormat.Magic.Length));
        DurableFile.Write(path, header);
    }

    /// <summary>Opens a journal, reads what it holds and cuts off a torn end.</summary>
    /// <exception cref="InvalidDataException">It is no journal, or of a later format.</exception>
    public static (Journal Journal, IReadOnlyList<JournalEntry> Entries) Open(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var content = JournalFormat.Read(bytes);
        var journal = new Journal(path, OpenHandle(path), content.Salt, content.Length);
        if (content.Length < bytes.Length)
        {
            journal.Cut();
        }

        return (journal, content.Entries);
    }

    /// <summary>Adds a record; returns when it is on the disk. After a failure the journal is as it was before.</summary>
    public void Append(JournalEntry entry)
    {
        buffer.ResetWrittenCount();
        JournalFormat.Write(buffer, entry, salt, Length);
        try
        {
            RandomAccess.Write(file, buffer.WrittenSpan, Length);
            RandomAccess.FlushToDisk(file);
        }
        catch (IOException)
        {
            Cut();
            throw;
        }

        Length += buffer.WrittenCount;
        if (buffer.Capacity > KeptBuffer)
        {
            buffer = new(64 * 1024);
        }
    }

    /// <summary>Starts anew with an empty journal; the old file is gone.</summary>
    public void Restart()
    {
        Create(path);
        file.Dispose();
        file = OpenHandle(path);
        Span<byte> header = stackalloc byte[JournalFormat.HeaderLength];
        _ = RandomAccess.Read(file, header, 0);
        salt = BinaryPrimitives.ReadUInt64LittleEndian(header[JournalFormat.Magic.Length..]);
        Length = JournalFormat.HeaderLength;
    }

    public void Dispose() => file.Dispose();

    private static SafeFileHandle OpenHandle(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

    private void Cut()
    {
        RandomAccess.SetLength(file, Length);
        RandomAccess.FlushToDisk(file);
    }
}
