using System.Text.Json;

namespace RepairBot.Core.Storage;

/// <summary>
/// The data directory of an embedded store: one process has it to itself for as long as this lives, and a marker file says which store
/// and which format it holds.
/// </summary>
public sealed class StoreDirectory : IDisposable
{
    private const string MarkerName = "store.json";
    private const string LockName = "store.lock";

    private readonly string path;
    private readonly StoreMarker current;
    private readonly FileStream hold;

    private StoreDirectory(string path, StoreMarker current, FileStream hold)
    {
        this.path = path;
        this.current = current;
        this.hold = hold;
    }

    /// <summary>Whether a directory holds a store of any kind.</summary>
    public static bool HoldsData(string directory) => File.Exists(Path.Combine(directory, MarkerName));

    /// <summary>Takes the directory, which is made when it is missing, and checks that it is empty or holds this store.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="store">The store's name as the configuration spells it.</param>
    /// <param name="format">The newest format this program writes.</param>
    /// <param name="dataFile">The name of the store's main file.</param>
    /// <exception cref="StoreException">In use, foreign, damaged or unavailable.</exception>
    public static StoreDirectory Open(string directory, string store, int format, string dataFile)
    {
        var full = Path.GetFullPath(directory);
        FileStream? taken = null;
        try
        {
            DurableFile.CreateDirectory(full);
            taken = TakeLock(full);
            ThrowIfForeign(full, new StoreMarker(store, format), dataFile);
            return new StoreDirectory(full, new StoreMarker(store, format), taken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            taken?.Dispose();
            throw new StoreException(
                StoreFailure.Unavailable,
                $"The data directory {full} can't be used. Check that this user may write there and that the disk has room.",
                e);
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    /// <summary>Takes a copy of a backup as the main file of a store that is still empty.</summary>
    /// <param name="backup">A file that a store of this kind wrote as a backup.</param>
    /// <param name="dataFile">The name of the store's main file.</param>
    /// <exception cref="StoreException">The directory holds data already, or can't be written.</exception>
    public void Receive(string backup, string dataFile)
    {
        if (HoldsData(path) || File.Exists(PathOf(dataFile)))
        {
            throw new StoreException(
                StoreFailure.Unavailable,
                $"The data directory {path} holds data already, and a restore overwrites none. Move it away first.",
                inner: null);
        }

        try
        {
            File.Copy(backup, PathOf(dataFile));
            using (var copy = new FileStream(PathOf(dataFile), FileMode.Open, FileAccess.ReadWrite))
            {
                copy.Flush(flushToDisk: true);
            }

            DurableFile.FlushDirectoryOf(PathOf(dataFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unavailable, $"The backup {backup} can't be copied to {path}. Check both, and the disk's room.", e);
        }
    }

    /// <summary>The full path of a file in it.</summary>
    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>Notes what is kept here. To be called once the store's files stand: a marker means that there is data.</summary>
    public void Mark()
    {
        if (!HoldsData(path))
        {
            DurableFile.Write(Path.Combine(path, MarkerName), JsonSerializer.SerializeToUtf8Bytes(current, StoreMarkerJson.Default.StoreMarker));
        }
    }

    /// <summary>Lets another process have the directory.</summary>
    public void Dispose() => hold.Dispose();

    private static FileStream TakeLock(string path)
    {
        var file = Path.Combine(path, LockName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(file))
        {
            throw new StoreException(
                StoreFailure.InUse,
                $"Another process uses the data directory {path}. Stop that one first, or give this one a directory of its own "
                + "(RepairBot:DataDirectory).",
                e);
        }
    }

    private static void ThrowIfForeign(string path, StoreMarker current, string dataFile)
    {
        if (!HoldsData(path))
        {
            return;
        }

        var found = Read(path);
        if (found.Store != current.Store)
        {
            throw new StoreException(
                StoreFailure.Foreign,
                $"The data directory {path} holds a {found.Store} store, not {current.Store}. Set RepairBot:Store to {found.Store}, or "
                + "RepairBot:DataDirectory to another directory.",
                inner: null);
        }

        if (found.Format > current.Format)
        {
            throw new StoreException(
                StoreFailure.Foreign,
                $"The data directory {path} was written by a later version (format {found.Format}; this one knows {current.Format}). "
                + "Use that version, or restore a backup made by this one.",
                inner: null);
        }

        if (!File.Exists(Path.Combine(path, dataFile)))
        {
            throw new StoreException(
                StoreFailure.Damaged,
                $"The data directory {path} has lost {dataFile}. Restore a backup, or remove {MarkerName} to start with no data.",
                inner: null);
        }
    }

    private static StoreMarker Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(path, MarkerName)), StoreMarkerJson.Default.StoreMarker)
                ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new StoreException(
                StoreFailure.Damaged,
                $"{MarkerName} in the data directory {path} can't be read. It should say, for example, {{\"store\":\"Sqlite\",\"format\":1}}.",
                e);
        }
    }
}
