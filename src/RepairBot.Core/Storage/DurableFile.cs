using System.Runtime.InteropServices;
using System.Text;

namespace RepairBot.Core.Storage;

/// <summary>Writes small files so that after a power cut either the old or the whole new content is there.</summary>
public static class DurableFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes, flushes and renames into place; only the owner may read the file. Its directory must exist.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, OptionsFor(FileMode.Create)))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        FlushDirectoryOf(path);
    }

    /// <summary>Makes a directory that only the owner may enter, with its parents, each remembered by the one above.</summary>
    public static void CreateDirectory(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent)
        {
            CreateDirectory(parent);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }

        FlushDirectoryOf(path);
    }

    /// <summary>Overwrites a file's bytes on the disk and removes it; a missing file is no error.</summary>
    public static void Destroy(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(new byte[stream.Length]);
            stream.Flush(flushToDisk: true);
        }

        File.Delete(path);
        FlushDirectoryOf(path);
    }

    /// <summary>Makes the directory remember a file that was made, renamed or removed in it.</summary>
    public static void FlushDirectoryOf(string path)
    {
        // Windows has no such call; NTFS keeps directory changes in order by its own journal.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var directory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        var descriptor = NativeMethods.Open([.. Encoding.UTF8.GetBytes(directory), 0], NativeMethods.ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"Can't open the directory {directory} to flush it (errno {Marshal.GetLastPInvokeError()}).");
        }

        var flushed = NativeMethods.Fsync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = NativeMethods.Close(descriptor);
        if (flushed != 0)
        {
            throw new IOException($"Can't flush the directory {directory} (errno {error}).");
        }
    }

    private static FileStreamOptions OptionsFor(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    // .NET opens no directories, and a rename is durable only once its directory is flushed.
    private static class NativeMethods
    {
        internal const int ReadOnly = 0;

        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Fsync(int descriptor);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Close(int descriptor);
    }
}
