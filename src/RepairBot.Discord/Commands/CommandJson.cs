using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace RepairBot.Discord.Commands;

/// <summary>Commands as Discord takes them, and whether what it has is the same.</summary>
internal static class CommandJson
{
    private const int ChatInput = 1;
    private const int Subcommand = 1;
    private const int Text = 3;
    private const int GuildInstall = 0;
    private const int InGuild = 0;
    private const int InBotDm = 1;

    // Where a command can be used is said of one that is registered everywhere; of one server's Discord decides it.
    private static readonly string[] OfEverywhere = ["contexts", "integration_types"];

    // What is the same when it is absent, null, false or empty.
    private static readonly string[] Compared =
    [
        "type", "name", "description", "name_localizations", "description_localizations", "options", "choices",
        "required", "min_length", "max_length", "value", "default_member_permissions", "nsfw", "autocomplete",
    ];

    /// <summary>The body of one PUT that replaces all commands of a scope.</summary>
    /// <param name="commands">What is to be there.</param>
    /// <param name="everywhere">False for one server's.</param>
    public static JsonArray Of(ImmutableArray<CommandDefinition> commands, bool everywhere) =>
        new([.. commands.Select(command => everywhere ? With(Of(command), Everywhere()) : Of(command))]);

    /// <summary>True when a scope has exactly these commands, whatever ids and versions Discord gave them.</summary>
    public static bool IsSame(JsonArray wanted, JsonArray registered)
    {
        var members = wanted.Any(command => command?["contexts"] is not null) ? [.. Compared, .. OfEverywhere] : Compared;
        return JsonNode.DeepEquals(Plain(Sorted(wanted), members), Plain(Sorted(registered), members));
    }

    private static JsonObject Of(CommandDefinition command) => With(Called(ChatInput, command.Words), new()
    {
        ["options"] = new JsonArray([.. command.Subcommands.Select(OfSubcommand), .. command.Options.Select(OfOption)]),
    });

    private static JsonObject Everywhere() => new()
    {
        ["contexts"] = new JsonArray(InGuild, InBotDm),
        ["integration_types"] = new JsonArray(GuildInstall),
    };

    private static JsonObject OfSubcommand(CommandDefinition command) => With(Called(Subcommand, command.Words), new()
    {
        ["options"] = new JsonArray([.. command.Options.Select(OfOption)]),
    });

    private static JsonObject OfOption(OptionDefinition option)
    {
        var json = With(Called(Text, option.Words), new() { ["required"] = option.Required });
        if (option.Choices.IsEmpty)
        {
            json["max_length"] = option.LongestText;
        }
        else
        {
            json["choices"] = new JsonArray([.. option.Choices.Select(choice => (JsonNode)new JsonObject
            {
                ["name"] = choice.English,
                ["name_localizations"] = Localised(choice.English, choice.Spanish, choice.German),
                ["value"] = choice.Value,
            })]);
        }

        return json;
    }

    private static JsonObject Called(int type, Named words) => new()
    {
        ["type"] = type,
        ["name"] = words.Name,
        ["name_localizations"] = Localised(words.Name, words.Spanish, words.German),
        ["description"] = words.Description,
        ["description_localizations"] = Localised(words.Description, words.SpanishDescription, words.GermanDescription),
    };

    // Discord falls back between the two kinds of English and from Latin American Spanish to that of Spain, but says so in no schema.
    private static JsonObject Localised(string english, string spanish, string german) => new()
    {
        ["de"] = german,
        ["en-GB"] = english,
        ["en-US"] = english,
        ["es-419"] = spanish,
        ["es-ES"] = spanish,
    };

    private static JsonObject With(JsonObject json, JsonObject more)
    {
        foreach (var (name, value) in more)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    private static JsonArray Sorted(JsonArray commands) =>
        new([.. commands.OrderBy(command => command?["name"]?.GetValue<string>(), StringComparer.Ordinal).Select(command => command?.DeepClone())]);

    // Only what a definition sets, with members in a fixed order; localisations are compared whole.
    private static JsonNode? Plain(JsonNode? node, string[]? members) => node switch
    {
        JsonObject json => new JsonObject(json
            .Where(member => (members is null || members.Contains(member.Key)) && !IsNothing(member.Value))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Plain(member.Value, member.Key.EndsWith("_localizations", StringComparison.Ordinal) ? null : members)))),
        JsonArray list => new JsonArray([.. list.Select(item => Plain(item, members))]),
        _ => node?.DeepClone(),
    };

    private static bool IsNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonArray { Count: 0 } or JsonObject { Count: 0 } => true,
        JsonValue value => value.TryGetValue<bool>(out var yes) && !yes,
        _ => false,
    };
}
