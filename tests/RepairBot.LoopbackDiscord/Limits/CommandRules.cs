using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>What an application command may be.</summary>
internal static partial class CommandRules
{
    private const int ChatInput = 1;
    private const int AllTogether = 8000;
    private static readonly int[] Groups = [1, 2];

    public static void Check(Form command)
    {
        var type = command.Integer("type", min: 1, max: 4) ?? ChatInput;
        CheckName(command, lowerCase: type == ChatInput);
        if (type == ChatInput)
        {
            command.Text("description", max: 100, min: 1, required: true);
            CheckOptions(command, depth: 0);
        }
        else if (command.Json["description"]?.ToString() is { Length: > 0 })
        {
            command.Wrong("description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET", "Context menu commands cannot have descriptions");
        }

        CheckNumbers(command, "contexts", max: 2);
        CheckNumbers(command, "integration_types", max: 1);
        if (Total(command.Json) > AllTogether)
        {
            command.Wrong("options", "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({AllTogether})");
        }
    }

    private static void CheckName(Form at, bool lowerCase)
    {
        foreach (var (name, path) in Localized(at, "name", 32))
        {
            var letters = Lengths.Of(name) is >= 1 and <= 32 && (!lowerCase || (Name().IsMatch(name) && !name.Any(char.IsUpper)));
            if (!letters)
            {
                at.Errors.Add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
            }
        }

        _ = Localized(at, "description", 100).Count;
    }

    private static List<(string Text, string Path)> Localized(Form at, string name, int max)
    {
        var found = new List<(string, string)>();
        if (at.Text(name, max, min: name == "name" ? 1 : 0, required: name == "name") is { } text)
        {
            found.Add((text, at.At(name)));
        }

        foreach (var (locale, translated) in (at.Child($"{name}_localizations")?.Json ?? []).ToList())
        {
            var path = $"{at.At(name)}_localizations.{locale}";
            if (!Locales.All.Contains(locale))
            {
                at.Errors.Add(path, "ENUM_TYPE_COERCE", $"Value \"{locale}\" is not a valid enum value.");
            }
            else if (Lengths.Of(translated?.ToString()) is var length && (length == 0 || length > max))
            {
                at.Errors.Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {max} in length.");
            }

            found.Add((translated?.ToString() ?? "", path));
        }

        return found;
    }

    private static void CheckOptions(Form at, int depth)
    {
        var names = new HashSet<string>();
        var options = at.List("options", max: 25);
        var optionalSeen = false;
        foreach (var option in options)
        {
            var type = option.Integer("type", min: 1, max: 11, required: true) ?? 0;
            CheckName(option, lowerCase: true);
            option.Text("description", max: 100, min: 1, required: true);
            if (!names.Add(option.Json["name"]?.ToString() ?? ""))
            {
                option.Wrong("name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists.");
            }

            if (Groups.Contains((int)type))
            {
                CheckGroup(option, type, depth, options);
                continue;
            }

            var required = option.Flag("required") is true;
            if (required && optionalSeen)
            {
                option.Wrong("required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            }

            optionalSeen |= !required;
            CheckValues(option, type);
        }
    }

    private static void CheckGroup(Form option, long type, int depth, IReadOnlyList<Form> siblings)
    {
        var tooDeep = type == 2 ? depth > 0 : depth > 1;
        var mixed = siblings.Any(sibling => sibling.Json["type"] is JsonValue other && other.TryGetValue(out int kind) && !Groups.Contains(kind));
        if (tooDeep || mixed)
        {
            option.Wrong("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }

        CheckOptions(option, type == 2 ? 1 : 2);
    }

    private static void CheckValues(Form option, long type)
    {
        if (type == 3)
        {
            option.Integer("min_length", min: 0, max: 6000);
            option.Integer("max_length", min: 1, max: 6000);
        }

        var choices = option.List("choices", max: 25);
        if (choices.Count > 0 && option.Flag("autocomplete") is true)
        {
            option.Wrong("choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Options with autocomplete have no choices");
        }

        foreach (var choice in choices)
        {
            _ = Localized(choice, "name", 100).Count;
            if (type == 3)
            {
                choice.Text("value", max: 100, min: 1, required: true);
            }
        }
    }

    private static void CheckNumbers(Form command, string name, int max)
    {
        foreach (var value in command.Values(name, max: 3, min: command.Has(name) ? 1 : 0))
        {
            if (value is not JsonValue number || !number.TryGetValue(out int kind) || kind < 0 || kind > max)
            {
                command.Wrong(name, "BASE_TYPE_CHOICES", $"Values must be between 0 and {max}.");
            }
        }
    }

    // Names, descriptions and values of the command and its options; the longest localisation counts.
    private static int Total(JsonNode? node) => node switch
    {
        JsonObject json => Longest(json, "name") + Longest(json, "description") + (json["value"] is { } value ? Lengths.Of(value.ToString()) : 0)
            + Total(json["options"]) + Total(json["choices"]),
        JsonArray array => array.Sum(Total),
        _ => 0,
    };

    private static int Longest(JsonObject json, string name) =>
        Math.Max(Lengths.Of(json[name]?.ToString()), (json[$"{name}_localizations"] as JsonObject ?? []).Select(pair => Lengths.Of(pair.Value?.ToString())).DefaultIfEmpty().Max());

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
