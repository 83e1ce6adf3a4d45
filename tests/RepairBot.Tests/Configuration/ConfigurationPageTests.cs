using Microsoft.Extensions.Configuration;
using RepairBot.Configuration;
using RepairBot.Testing;

namespace RepairBot.Tests.Configuration;

/// <summary>Holds <c>docs/configuration.md</c> and <c>appsettings.example.json</c> to what the program reads.</summary>
public sealed class ConfigurationPageTests
{
    // What differs between the two flavours is said in words on the page.
    private static readonly string[] ByFlavour = ["RepairBot:Store", "Discord:Token"];

    [Fact]
    public void The_page_describes_every_setting_in_the_programs_own_words()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "configuration.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();

        foreach (var setting in BotSettings.Declared.Where(setting => !ByFlavour.Contains(setting.Key)))
        {
            Assert.Contains(Row(setting), rows);
        }

        foreach (var key in ByFlavour)
        {
            var row = Assert.Single(rows, row => row.StartsWith($"| `{key}` |", StringComparison.Ordinal));
            var setting = BotSettings.Declared.Single(setting => setting.Key == key);
            Assert.Contains(setting.Default, row, StringComparison.Ordinal);
            Assert.EndsWith($"| {setting.Meaning} |", row, StringComparison.Ordinal);
        }

        Assert.Equal(BotSettings.Declared.Count, rows.Count);
    }

    [Fact]
    public void The_example_names_every_setting_and_is_legal_as_it_stands()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json")).Build();
        var keys = configuration.AsEnumerable().Select(pair => pair.Key).ToHashSet();

        Assert.All(BotSettings.Declared, setting => Assert.Contains(setting.Key, keys));
        Assert.NotNull(BotSettings.Read(configuration));
    }

    private static string Row(Setting setting) =>
        $"| `{setting.Key}` | {(setting.Default.Length == 0 ? "not set" : setting.Default)} | {setting.Legal} | {setting.Meaning} |";
}
