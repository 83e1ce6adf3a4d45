namespace RepairBot.Core.Tests.Screening;

/// <summary>Where the sources are, for tests that read files that are not built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

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
