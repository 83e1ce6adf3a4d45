using RepairBot.Core.Storage;
using RepairBot.LiteDb.Journaling;
using RepairBot.LiteDb.Rows;

namespace RepairBot.LiteDb;

/// <summary>What is done to the files around LiteDB.</summary>
internal static class LiteDbFiles
{
    private const int MagicOffset = 32;

    private static ReadOnlySpan<byte> Magic => "** This is a LiteDB file **"u8;

    /// <summary>Makes the journal of a new store; that of an old one has to be there.</summary>
    public static void Prepare(StoreDirectory directory, bool hasData)
    {
        var journal = directory.PathOf(Journal.Name);
        if (File.Exists(journal))
        {
            return;
        }

        if (hasData)
        {
            throw new StoreException(
                StoreFailure.Damaged, $"The data directory has lost {Journal.Name}, and with it what was said last. Restore a backup.", inner: null);
        }

        Journal.Create(journal);
    }

    /// <summary>Commits, with a full disk told as what it is.</summary>
    public static bool Commit(JournaledRows rows, RowChanges changes)
    {
        if (changes.Rows.Count == 0)
        {
            return false;
        }

        try
        {
            rows.Commit(changes);
            return true;
        }
        catch (IOException e)
        {
            throw new StoreException(
                StoreFailure.Unavailable, "The journal can't be written. Check the disk's room; nothing of this was kept.", e);
        }
    }

    public static void ThrowIfForeign(string backup)
    {
        var start = new byte[MagicOffset + Magic.Length];
        try
        {
            using var stream = File.OpenRead(backup);
            if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan(MagicOffset).SequenceEqual(Magic))
            {
                return;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unavailable, $"The backup {backup} can't be read.", e);
        }

        throw new StoreException(
            StoreFailure.Foreign, $"{backup} is no backup of a LiteDB store. Set RepairBot:Store to the store that wrote it.", inner: null);
    }

    /// <summary>Copies the data file, which nobody changes meanwhile, to a new file.</summary>
    public static async Task CopyAsync(string data, string file)
    {
        var isMine = false;
        try
        {
            await using var from = new FileStream(data, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            isMine = true;
            await from.CopyToAsync(to);
            to.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (isMine)
            {
                File.Delete(file);
            }

            throw new StoreException(
                StoreFailure.Unavailable,
                $"The backup can't be written to {file}: it exists already, the disk is full, or this user may not write there.",
                e);
        }
    }
}
