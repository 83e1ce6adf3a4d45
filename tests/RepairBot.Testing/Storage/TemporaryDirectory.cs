namespace RepairBot.Testing.Storage;

/// <summary>A directory that is gone when the test is.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Absolute; exists.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("repairbot-test-").FullName;

    /// <summary>The path of something in it.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Whether any file below a directory holds these bytes.</summary>
    public static bool Holds(string directory, ReadOnlySpan<byte> pattern)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(IsNoLock))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (bytes.AsSpan().IndexOf(pattern) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNoLock(string file) => !file.EndsWith(".lock", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
