using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RepairBot.Core.Repairs;
using RepairBot.Discord.Commands;

namespace RepairBot.Discord.Tests.Commands;

public sealed partial class CommandCatalogueTests
{
    private static readonly ImmutableArray<CommandDefinition> Commands = CommandCatalogue.For(Turn.CommandNames);
    private static readonly string[] Locales = ["de", "en-GB", "en-US", "es-419", "es-ES"];

    [Fact]
    public void Every_command_of_the_conversation_is_there_and_no_other() => Assert.Equal(
        Turn.CommandNames.Order(StringComparer.Ordinal),
        Commands.SelectMany(NamesOf).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_stays_within_Discords_limits()
    {
        Assert.InRange(Commands.Length, 1, 100);
        foreach (var command in CommandJson.Of(Commands, everywhere: true))
        {
            Assert.InRange(Longest(command!), 1, 8000);
            Hold(command!);
        }
    }

    [Fact]
    public void Everywhere_means_in_servers_and_in_direct_messages_of_whoever_installed_it_in_a_server()
    {
        var everywhere = CommandJson.Of(Commands, everywhere: true);

        Assert.All(everywhere, command => Assert.Equal("[0,1]", command!["contexts"]!.ToJsonString()));
        Assert.All(everywhere, command => Assert.Equal("[0]", command!["integration_types"]!.ToJsonString()));
        Assert.All(CommandJson.Of(Commands, everywhere: false), command => Assert.Null(command!["contexts"]));
    }

    [Fact]
    public void What_Discord_adds_or_leaves_out_is_no_difference()
    {
        var wanted = CommandJson.Of(Commands, everywhere: true);
        var registered = (JsonArray)wanted.DeepClone();
        foreach (var command in registered.OfType<JsonObject>())
        {
            command["id"] = "1";
            command["version"] = "2";
            command["application_id"] = "3";
            command["default_member_permissions"] = null;
            command["nsfw"] = false;
            command["dm_permission"] = true;
        }

        Assert.True(CommandJson.IsSame(wanted, registered));
    }

    [Fact]
    public void Any_other_word_is_a_difference()
    {
        var wanted = CommandJson.Of(Commands, everywhere: true);
        foreach (var change in new Action<JsonNode>[]
        {
            command => command["description"] = "Something else",
            command => command["name_localizations"]!["de"] = "anders",
            command => command["options"] = new JsonArray(),
            command => command["contexts"] = new JsonArray(0),
        })
        {
            var registered = (JsonArray)wanted.DeepClone();
            change(registered[0]!);

            Assert.False(CommandJson.IsSame(wanted, registered));
        }

        Assert.False(CommandJson.IsSame(wanted, []));
    }

    private static IEnumerable<string> NamesOf(CommandDefinition command) => command.Subcommands.IsEmpty
        ? [command.Words.Name]
        : command.Subcommands.Select(sub => $"{command.Words.Name} {sub.Words.Name}");

    private static void Hold(JsonNode named)
    {
        HoldWords(named);
        var inside = named["options"]?.AsArray() ?? [];
        Assert.InRange(inside.Count, 0, 25);
        foreach (var locale in Locales)
        {
            var names = inside.Select(one => one!["name_localizations"]![locale]!.GetValue<string>()).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
        }

        foreach (var one in inside)
        {
            Hold(one!);
        }
    }

    private static void HoldWords(JsonNode named)
    {
        Assert.Matches(NameRule(), named["name"]!.GetValue<string>());
        Assert.InRange(named["description"]!.GetValue<string>().Length, 1, 100);
        foreach (var locale in Locales)
        {
            var name = named["name_localizations"]![locale]!.GetValue<string>();
            Assert.Matches(NameRule(), name);
            Assert.Equal(name.ToLowerInvariant(), name);
            Assert.InRange(named["description_localizations"]![locale]!.GetValue<string>().Length, 1, 100);
        }

        foreach (var choice in named["choices"]?.AsArray() ?? [])
        {
            Assert.InRange(choice!["name"]!.GetValue<string>().Length, 1, 100);
        }
    }

    // The longest localisation of each text counts, over the whole command.
    private static int Longest(JsonNode named) =>
        new[] { "name", "description" }.Sum(text => Locales.Max(locale => named[text + "_localizations"]![locale]!.GetValue<string>().Length))
        + (named["options"]?.AsArray() ?? []).Sum(option => Longest(option!))
        + (named["choices"]?.AsArray() ?? []).Sum(choice => choice!["name"]!.GetValue<string>().Length + choice["value"]!.GetValue<string>().Length);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameRule();
}
