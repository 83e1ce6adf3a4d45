using System.Text.Json;
using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>An object of a request, read field by field; what is wrong is collected and the reading goes on.</summary>
internal readonly record struct Form(JsonObject Json, string Path, FormErrors Errors)
{
    public string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    public void Wrong(string name, string code, string message) => Errors.Add(At(name), code, message);

    /// <summary>True when the field is there and not null.</summary>
    public bool Has(string name) => Json[name] is not null;

    /// <summary>True when the field is there, even as null.</summary>
    public bool Names(string name) => Json.ContainsKey(name);

    /// <summary>Text of <paramref name="min"/> to <paramref name="max"/> characters (code points).</summary>
    public string? Text(string name, int max, int min = 0, bool required = false)
    {
        if (Given(name, JsonValueKind.String, "BASE_TYPE_STRING", "Could not interpret as string.", required) is not { } value)
        {
            return null;
        }

        var text = value.GetValue<string>();
        var length = Lengths.Of(text);
        if (length > max || length < min)
        {
            WrongLength(name, length, min, max);
        }

        return text;
    }

    public long? Integer(string name, long min = long.MinValue, long max = long.MaxValue, bool required = false)
    {
        if (Given(name, JsonValueKind.Number, "NUMBER_TYPE_COERCE", "Value is not int.", required) is not JsonValue value)
        {
            return null;
        }

        if (!value.TryGetValue(out long number))
        {
            Wrong(name, "NUMBER_TYPE_COERCE", "Value is not int.");
            return null;
        }

        if (number > max)
        {
            Wrong(name, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        }
        else if (number < min)
        {
            Wrong(name, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        }

        return number;
    }

    public bool? Flag(string name)
    {
        switch (Json[name]?.GetValueKind())
        {
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            case null:
                return null;
            default:
                Wrong(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
                return null;
        }
    }

    public Form? Child(string name, bool required = false) =>
        Given(name, JsonValueKind.Object, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType", required) is { } child
            ? new Form((JsonObject)child, At(name), Errors)
            : null;

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<Form> List(string name, int max, int min = 0, bool required = false)
    {
        var forms = new List<Form>();
        var values = Values(name, max, min, required);
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is JsonObject item)
            {
                forms.Add(new Form(item, $"{At(name)}.{index}", Errors));
            }
            else
            {
                Errors.Add($"{At(name)}.{index}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            }
        }

        return forms;
    }

    /// <summary>The values of a list, whatever they are.</summary>
    public IReadOnlyList<JsonNode?> Values(string name, int max, int min = 0, bool required = false)
    {
        if (Given(name, JsonValueKind.Array, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType", required) is not JsonArray array)
        {
            return [];
        }

        if (array.Count > max || array.Count < min)
        {
            WrongLength(name, array.Count, min, max);
        }

        return [.. array];
    }

    private JsonNode? Given(string name, JsonValueKind kind, string code, string message, bool required)
    {
        var value = Json[name];
        if (value is null)
        {
            if (required)
            {
                Wrong(name, "BASE_TYPE_REQUIRED", "This field is required");
            }

            return null;
        }

        if (value.GetValueKind() == kind)
        {
            return value;
        }

        Wrong(name, code, message);
        return null;
    }

    private void WrongLength(string name, int length, int min, int max)
    {
        if (min > 0)
        {
            Wrong(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        }
        else if (length > max)
        {
            Wrong(name, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        }
    }
}
