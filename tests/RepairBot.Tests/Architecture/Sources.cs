using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RepairBot.Testing;

namespace RepairBot.Tests.Architecture;

/// <summary>One C# file of this repository.</summary>
/// <param name="Path">Relative to the repository, with slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The file's text without comments.</summary>
    public string Code => Comment().Replace(Text, "");

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Comment();
}

/// <summary>Every C# file that somebody wrote here.</summary>
internal static class Sources
{
    /// <summary>What the program is made of.</summary>
    public static ImmutableArray<SourceFile> Product { get; } = [.. In("src")];

    /// <summary>The same with tests and benchmarks.</summary>
    public static ImmutableArray<SourceFile> All { get; } = [.. Product, .. In("tests"), .. In("bench")];

    /// <summary>Projects below a folder by name, with their files' text.</summary>
    public static IEnumerable<(string Name, string Text)> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    private static IEnumerable<SourceFile> In(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        orderby path
        select new SourceFile(path, File.ReadAllText(file));
}
