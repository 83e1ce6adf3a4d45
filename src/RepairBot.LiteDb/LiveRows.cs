using LiteDB;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Storage;
using RepairBot.LiteDb.Engine;
using RepairBot.LiteDb.Rows;

namespace RepairBot.LiteDb;

/// <summary>
/// The rows, opened again from what is durable whenever LiteDB stops: a failed check inside it, or its disk, leaves its memory unusable.
/// One thread only, but for <see cref="Current"/>.
/// </summary>
internal sealed class LiveRows(StoreDirectory directory, OpenEngineStream open, ILogger logger) : IDisposable
{
    private volatile JournaledRows? rows;

    /// <summary>For looking in memory; null while there is none.</summary>
    public JournaledRows? Current => rows;

    /// <summary>Does something with the rows, and once more when LiteDB stopped in the midst of it.</summary>
    /// <exception cref="StoreException">It stopped again, or the files can't be opened.</exception>
    public T Use<T>(Func<JournaledRows, T> work)
    {
        try
        {
            if (rows is { IsStale: true })
            {
                Dispose();
            }

            return work(rows ??= JournaledRows.Open(directory, open));
        }
        catch (Exception e) when (e is not StoreException)
        {
            // LiteDB throws whatever its memory makes of it; there is nothing to tell apart, and everything acknowledged is in the journal.
            Log.Reopening(logger, e is LiteException lite ? lite.ErrorCode : e.HResult);
            Dispose();
        }

        try
        {
            return work(rows = JournaledRows.Open(directory, open));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new StoreException(
                StoreFailure.Unavailable, "The LiteDB files can't be read or written. Check the disk's room and this user's rights.", e);
        }
        catch (Exception e) when (e is not StoreException)
        {
            Dispose();
            throw new StoreException(StoreFailure.Damaged, "The LiteDB files do not fit together. Stop the program and restore a backup.", e);
        }
    }

    /// <summary>Lets go of the files as they are.</summary>
    public void Dispose()
    {
        var closing = rows;
        rows = null;
        closing?.Dispose();
    }
}
