namespace RepairBot.Core.Tests.Screening;

/// <summary>Where the sources are, for tests that read files that are not built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The file in a folder above the root, or null.</summary>
    public static string? FindAbove(string file)
    {
        for (var at = new DirectoryInfo(Root).Parent; at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, file);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string Above(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (!File.Exists(Path.Combine(at.FullName, "RepairBot.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("no RepairBot.sln above the test's folder");
        }

        return at.FullName;
    }
}
