using System.Text.RegularExpressions;

namespace RepairBot.Tests.Architecture;

/// <summary>Host → adapters → Core: a project fences one dependency, and adapters know nothing of each other.</summary>
public sealed partial class ProjectTests
{
    private const string Core = "RepairBot.Core";
    private const string Substitute = "RepairBot.Substitutes.Stateless";

    private static readonly string[] Adapters = ["RepairBot.LiteDb", "RepairBot.Sql", "RepairBot.Discord", "RepairBot.LocalChat"];

    // Each platform, engine or framework, and the only projects that may name it.
    private static readonly (string Dependency, string[] Projects)[] Fences =
    [
        ("Discord.Net", ["RepairBot.Discord"]),
        ("LiteDB", ["RepairBot.LiteDb"]),
        ("Microsoft.Data.Sqlite", ["RepairBot.Sql"]),
        ("Npgsql", ["RepairBot.Sql"]),
        ("Microsoft.AspNetCore", ["RepairBot.LocalChat", "RepairBot"]),
        ("System.CommandLine", ["RepairBot"]),
        ("Stateless", [Core]),
        ("YamlDotNet", [Core]),
        ("NodaTime", [Core]),
    ];

    public static TheoryData<string> Products => [.. Sources.Projects("src").Select(project => project.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Products))]
    public void A_project_refers_only_to_what_stands_further_in(string name)
    {
        string[] allowed = name switch
        {
            Substitute => [],
            Core => [Substitute],
            "RepairBot" => [Core, .. Adapters],
            _ when Adapters.Contains(name) => [Core],
            _ => throw new InvalidOperationException($"{name} is new: decide what it may refer to."),
        };

        Assert.Empty(References(name).Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void A_package_stays_behind_its_fence(string name) => Assert.All(
        Packages(name),
        package => Assert.All(
            Fences.Where(fence => package.StartsWith(fence.Dependency, StringComparison.Ordinal)),
            fence => Assert.Contains(name, fence.Projects)));

    [Fact]
    public void Core_knows_no_platform_no_database_and_no_web()
    {
        var packages = Packages(Core).Order(StringComparer.Ordinal);

        Assert.Equal(["Microsoft.Extensions.Logging.Abstractions", "NodaTime", "Stateless", "YamlDotNet"], packages);
    }

    [Fact]
    public void The_fences_hold_in_the_sources_too() => Assert.All(Sources.Product.Where(file => !file.Path.StartsWith("src/Substitutes/", StringComparison.Ordinal)), file =>
    {
        var project = file.Path.Split('/')[1];
        foreach (Match used in UsedNamespace().Matches(file.Code))
        {
            var name = used.Groups["name"].Value;
            Assert.DoesNotContain(Adapters, adapter => adapter != project && project != "RepairBot" && IsIn(name, adapter));
        }
    });

    private static bool IsIn(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    private static string TextOf(string name) => Sources.Projects("src").Single(project => project.Name == name).Text;

    private static IEnumerable<string> References(string name) => ProjectReference().Matches(TextOf(name)).Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> Packages(string name) => Package().Matches(TextOf(name)).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("""<ProjectReference Include="[^"]*/(?<name>[^"/]+)\.csproj""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProjectReference();

    [GeneratedRegex("""<(PackageReference|FrameworkReference) Include="(?<name>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Package();

    [GeneratedRegex(@"^\s*(global )?using (static |\w+ = )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsedNamespace();
}
