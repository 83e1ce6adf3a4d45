using System.Text.RegularExpressions;

namespace RepairBot.Tests.Architecture;

/// <summary>Names say what a thing is for, and an interface is there for more than one thing.</summary>
public sealed partial class NamingTests
{
    private static readonly string[] SayNothing =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Misc", "Data", "Info", "Base", "Impl", "Service"];

    // Named after the command `mydata`; Stateless, whose names the substitute has, calls its reflection so.
    private static bool IsAllowed(SourceFile file, string name) =>
        name == "MyData" || file.Path.StartsWith("src/Substitutes/Stateless/", StringComparison.Ordinal);

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Assert.All(Sources.All, file => Assert.DoesNotContain(
        TypesIn(file),
        type => !IsAllowed(file, type.Name) && SayNothing.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal))));

    [Fact]
    public void No_folder_or_file_has_one_either() => Assert.All(Sources.All, file => Assert.DoesNotContain(
        file.Path.Split('/').Select(part => part.Split('.')[0]),
        part => !IsAllowed(file, part) && SayNothing.Any(name => name == part || (part != file.Path && part.EndsWith(name, StringComparison.Ordinal) && char.IsUpper(part[0])))));

    [Fact]
    public void An_interface_has_more_than_one_implementation()
    {
        var types = Sources.All.SelectMany(TypesIn).ToList();
        var interfaces = types.Where(type => type.IsInterface && !Sources.All.Any(file => file.Path.StartsWith("src/Substitutes/", StringComparison.Ordinal) && TypesIn(file).Contains(type))).ToList();

        Assert.NotEmpty(interfaces);
        Assert.All(interfaces, one => Assert.True(Implementations(one.Name).Count() > 1, one.Name));

        IEnumerable<string> Implementations(string name) => types
            .Where(type => type.Bases.Contains(name))
            .SelectMany(type => type.IsInterface ? Implementations(type.Name) : [type.Name])
            .Distinct();
    }

    [Fact]
    public void Only_the_composition_knows_the_two_flavours() => Assert.Equal(
        ["src/RepairBot/Composition.cs"],
        Sources.All.Where(file => Conditional().IsMatch(file.Text)).Select(file => file.Path));

    private static IEnumerable<DeclaredType> TypesIn(SourceFile file) => Declaration().Matches(file.Code).Select(match => new DeclaredType(
        match.Groups["name"].Value,
        match.Groups["kind"].Value == "interface",
        [.. Word().Matches(match.Groups["bases"].Value).Select(word => word.Value)]));

    // A test's primary constructor may span lines; what stands behind its closing bracket and a colon are the bases.
    [GeneratedRegex(
        @"\b(?<kind>class|interface|enum|struct|record( class| struct)?) (?<name>[A-Z]\w*)(<[^>{]*>)?(\((?>[^()]|(?<open>\()|(?<-open>\)))*\))?(\s*:\s*(?<bases>[^{;]+))?",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*#(if|elif|else|define)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Conditional();

    private sealed record DeclaredType(string Name, bool IsInterface, System.Collections.Immutable.ImmutableArray<string> Bases);
}
