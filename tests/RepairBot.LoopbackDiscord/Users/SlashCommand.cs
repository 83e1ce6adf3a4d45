using System.Globalization;
using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>
/// The data of a slash command, as a client makes it from the registered definition: a person names it as their client shows it, and the bot
/// gets the default names.
/// </summary>
internal static class SlashCommand
{
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;

    public static JsonObject Data(
        DiscordState state, ulong? guild, bool onlyUserInstalled, string line, IReadOnlyList<(string Name, object Value)> options, string locale)
    {
        var words = line.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = state.Commands.OfferedIn(guild, onlyUserInstalled).FirstOrDefault(offered => offered.Type == 1 && IsCalled(offered.Definition, words[0], locale))
            ?? throw new NotPossibleException($"No command /{words[0]} is offered here.");
        var resolved = new JsonObject();
        var data = new JsonObject { ["id"] = $"{command.Id}", ["name"] = command.Name, ["type"] = 1 };
        if (Options(command.Definition, words.AsSpan(1), options, state, resolved, locale) is { Count: > 0 } chosen)
        {
            data["options"] = chosen;
        }

        if (resolved.Count > 0)
        {
            data["resolved"] = resolved;
        }

        if (guild is not null && state.Commands.In(guild).Find(command.Id) is not null)
        {
            data["guild_id"] = $"{guild}";
        }

        return data;
    }

    private static JsonArray Options(JsonObject at, ReadOnlySpan<string> path, IReadOnlyList<(string Name, object Value)> given, DiscordState state, JsonObject resolved, string locale)
    {
        var defined = (at["options"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (defined.Any(option => (int)option["type"]! is Subcommand or SubcommandGroup))
        {
            var name = path.IsEmpty ? throw new NotPossibleException($"/{at["name"]} needs a subcommand.") : path[0];
            var sub = defined.Find(option => IsCalled(option, name, locale)) ?? throw new NotPossibleException($"/{at["name"]} has no {name}.");
            var inner = new JsonObject { ["name"] = sub["name"]!.ToString(), ["type"] = (int)sub["type"]! };
            inner["options"] = Options(sub, path[1..], given, state, resolved, locale);
            return [inner];
        }

        if (!path.IsEmpty)
        {
            throw new NotPossibleException($"/{at["name"]} has no {path[0]}.");
        }

        foreach (var (name, _) in given.Where(option => defined.TrueForAll(known => known["name"]!.ToString() != option.Name)))
        {
            throw new NotPossibleException($"/{at["name"]} has no option {name}.");
        }

        return new JsonArray([.. defined.Select(option => Option(option, given, state, resolved)).OfType<JsonObject>()]);
    }

    // The default names work too, so that a test need not know every language.
    private static bool IsCalled(JsonObject defined, string word, string locale) =>
        defined["name"]!.ToString() == word || (defined["name_localizations"] as JsonObject)?[locale]?.ToString() == word;

    private static JsonObject? Option(JsonObject defined, IReadOnlyList<(string Name, object Value)> given, DiscordState state, JsonObject resolved)
    {
        var name = defined["name"]!.ToString();
        var value = given.Where(option => option.Name == name).Select(option => option.Value).FirstOrDefault();
        if (value is null)
        {
            return (bool?)defined["required"] is true ? throw new NotPossibleException($"The option {name} must be given.") : null;
        }

        return new JsonObject { ["name"] = name, ["type"] = (int)defined["type"]!, ["value"] = Value(defined, value, state, resolved) };
    }

    private static JsonNode Value(JsonObject defined, object value, DiscordState state, JsonObject resolved)
    {
        var name = defined["name"]!.ToString();
        JsonNode node = (int)defined["type"]! switch
        {
            3 => JsonValue.Create((string)value),
            4 => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            5 => JsonValue.Create((bool)value),
            6 or 9 => Person((LoopbackUser)value, resolved),
            10 => JsonValue.Create(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            _ => throw new NotPossibleException($"The option {name} is of a type no test here gives."),
        };
        if (defined["choices"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice!["value"], node)))
        {
            throw new NotPossibleException($"The option {name} has no such choice.");
        }

        if (node is JsonValue text && text.TryGetValue(out string? written)
            && (Lengths.Of(written) > ((int?)defined["max_length"] ?? 6000) || Lengths.Of(written) < ((int?)defined["min_length"] ?? 0)))
        {
            throw new NotPossibleException($"The option {name} takes {defined["min_length"] ?? 0} to {defined["max_length"] ?? 6000} characters.");
        }

        return node;
    }

    private static JsonValue Person(LoopbackUser user, JsonObject resolved)
    {
        var users = (JsonObject)(resolved["users"] ??= new JsonObject());
        users[$"{user.Id}"] = user.Record.Account.ToJson();
        return JsonValue.Create($"{user.Id}");
    }
}
