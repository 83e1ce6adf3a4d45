using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Screening;

public sealed class HelpLinesFileTests
{
    private const string Good = """
        format: 1
        international:
          emergency:
            text: "Call the number of your country."
            source: "https://example.org/world"
            checked: 2026-11-21
          lines: []
        countries:
          XA:
            name: Example
            emergency:
              number: "555"
              source: "https://example.org/555"
              checked: 2026-11-21
            lines:
              - id: xa-one
                kinds: [crisis]
                name: "One"
                contact: "Call 1"
                source: "https://example.org/one"
                checked: 2026-11-20
        """;

    [Fact]
    public void A_file_with_sources_and_days_is_usable()
    {
        var lines = Assert.IsType<HelpLinesReading.Usable>(Read(Good)).Lines;

        var line = Assert.Single(lines.All);
        Assert.Equal(new DateOnly(2026, 11, 20), line.Checked);
        Assert.Equal(["XA"], lines.Countries);
    }

    [Theory]
    [InlineData("format: 1", "format: 2", 1, "format is 1")]
    [InlineData("source: \"https://example.org/one\"", "", 16, "source is missing")]
    [InlineData("        checked: 2026-11-20", "", 16, "checked is missing")]
    [InlineData("checked: 2026-11-20", "checked: yesterday", 21, "the day the source was read")]
    [InlineData("kinds: [crisis]", "kinds: [crises]", 17, "a kind is one of abuse, abuser, child, crisis")]
    [InlineData("kinds: [crisis]", "kinds: []", 16, "no list of at least one")]
    [InlineData("https://example.org/one", "my memory", 20, "the public page")]
    [InlineData("  XA:", "  xa:", 9, "alpha-2 code in capitals")]
    [InlineData("contact:", "phone:", 19, "not a key of this place")]
    [InlineData("number: \"555\"", "number: \"\"", 12, "a text of 1 to")]
    [InlineData("name: \"One\"", "name: \"0123456789012345678901234567890123456789012345678901234567891\"", 18, "a text of 1 to 60")]
    [InlineData("kinds: [crisis]", "kinds: [crisis", 17, "not YAML")]
    public void A_mistake_is_refused_with_its_line(string right, string wrong, long line, string message)
    {
        var problems = Assert.IsType<HelpLinesReading.Refused>(Read(Good.Replace(right, wrong, StringComparison.Ordinal))).Problems;

        Assert.Contains(problems, problem => problem.Line == line && problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.StartsWith("lines.yaml:", problem.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_reported_together()
    {
        var twoWrong = Good.Replace("format: 1", "format: 9", StringComparison.Ordinal).Replace("[crisis]", "[x]", StringComparison.Ordinal);

        Assert.Equal(2, Assert.IsType<HelpLinesReading.Refused>(Read(twoWrong)).Problems.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("just words")]
    public void What_is_no_mapping_is_refused(string yaml) => Assert.IsType<HelpLinesReading.Refused>(Read(yaml));

    [Fact]
    public void The_file_that_ships_is_usable()
    {
        var path = Path.Combine(Repository.Root, "guides", "help-lines.yaml");

        Assert.IsType<HelpLinesReading.Usable>(HelpLinesFile.Load(path));
    }

    private static HelpLinesReading Read(string yaml) => HelpLinesFile.Read(new StringReader(yaml), "lines.yaml");
}
