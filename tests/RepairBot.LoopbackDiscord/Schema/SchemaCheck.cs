using System.Text.Json;

namespace RepairBot.LoopbackDiscord.Schema;

/// <summary>
/// Checks a value against a schema of the description. It knows the part of JSON Schema 2020-12 that Discord uses, and throws on any other
/// keyword, so that nothing is passed over in silence.
/// </summary>
/// <param name="description">Where references lead.</param>
/// <param name="isStrict">True reports properties no schema names: in a request they do nothing, so that they are mistakes.</param>
internal sealed class SchemaCheck(ApiDescription description, bool isStrict)
{
    /// <summary>What is wrong, each as a pointer and a sentence; empty when nothing is.</summary>
    public IReadOnlyList<string> Errors(JsonElement schema, JsonElement value)
    {
        var found = new Finding();
        Enter(schema, value, "", found);
        return found.Errors;
    }

    // A value is entered once, however many schemas apply to it: only here is known which of its properties nobody named.
    private void Enter(JsonElement schema, JsonElement value, string path, Finding found)
    {
        var here = Apply(schema, value, path);
        found.Errors.AddRange(here.Errors);
        if (isStrict && value.ValueKind is JsonValueKind.Object && here.Errors.Count == 0 && !here.TakesAnyProperty)
        {
            found.Errors.AddRange(value.EnumerateObject().Where(property => !here.Known.Contains(property.Name)).Select(property => $"{path}/{property.Name}: is not in the description"));
        }
    }

    private Finding Apply(JsonElement schema, JsonElement value, string path)
    {
        var found = new Finding();
        if (schema.ValueKind is JsonValueKind.True || (schema.ValueKind is JsonValueKind.Object && schema.GetPropertyCount() == 0))
        {
            found.TakesAnyProperty = true;
            return found;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            Apply(keyword, schema, value, path, found);
        }

        return found;
    }

    private void Apply(JsonProperty keyword, JsonElement schema, JsonElement value, string path, Finding found)
    {
        switch (keyword.Name)
        {
            case "$ref":
                found.Take(Apply(description.Resolve(keyword.Value.GetString()!), value, path));
                break;
            case "allOf":
                foreach (var part in keyword.Value.EnumerateArray())
                {
                    found.Take(Apply(part, value, path));
                }

                break;
            case "oneOf" or "anyOf":
                Choose(keyword, value, path, found);
                break;
            case "type":
                found.Add(path, SchemaRules.IsType(keyword.Value, value) ? null : $"must be of type {keyword.Value.GetRawText()}");
                break;
            case "properties" or "additionalProperties" or "required":
                ApplyToObject(keyword, schema, value, path, found);
                break;
            case "items" when value.ValueKind is JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Enter(keyword.Value, item, $"{path}/{index++}", found);
                }

                break;
            case "items" or "title" or "description" or "default" or "deprecated" or "example" or "examples" or "discriminator" or "contentEncoding":
                break;
            case var extension when extension.StartsWith("x-", StringComparison.Ordinal):
                break;
            default:
                found.Add(path, SchemaRules.Broken(keyword.Name, keyword.Value, value));
                break;
        }
    }

    private void ApplyToObject(JsonProperty keyword, JsonElement schema, JsonElement value, string path, Finding found)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        switch (keyword.Name)
        {
            case "required":
                foreach (var missing in keyword.Value.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
                {
                    found.Add(path, $"lacks {missing}");
                }

                break;
            case "properties":
                foreach (var property in keyword.Value.EnumerateObject())
                {
                    found.Known.Add(property.Name);
                    if (value.TryGetProperty(property.Name, out var inner))
                    {
                        Enter(property.Value, inner, $"{path}/{property.Name}", found);
                    }
                }

                break;
            default:
                ApplyToOthers(keyword.Value, schema, value, path, found);
                break;
        }
    }

    private void ApplyToOthers(JsonElement rule, JsonElement schema, JsonElement value, string path, Finding found)
    {
        foreach (var other in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var named) && named.TryGetProperty(other.Name, out _))
            {
                continue;
            }

            found.Known.Add(other.Name);
            if (rule.ValueKind is JsonValueKind.False)
            {
                found.Add($"{path}/{other.Name}", "is not allowed");
            }
            else if (rule.ValueKind is JsonValueKind.Object)
            {
                Enter(rule, other.Value, $"{path}/{other.Name}", found);
            }
        }
    }

    private void Choose(JsonProperty keyword, JsonElement value, string path, Finding found)
    {
        var tried = Meant(keyword.Value, value).Select(branch => Apply(branch, value, path)).ToList();
        var matching = tried.Where(branch => branch.Errors.Count == 0).ToList();
        if (matching.Count == 0)
        {
            found.Take(tried.OrderBy(branch => branch.Errors.Count).ThenByDescending(branch => branch.Known.Count).First());
            return;
        }

        matching.ForEach(found.Take);
        if (matching.Count > 1 && keyword.Name == "oneOf")
        {
            found.Add(path, $"fits {matching.Count} schemas where it must fit one");
        }
    }

    // Most unions tell their branches apart by a number named type: the others need no look, and their mistakes would only mislead.
    private List<JsonElement> Meant(JsonElement branches, JsonElement value)
    {
        var all = branches.EnumerateArray().ToList();
        if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty("type", out var type))
        {
            return all;
        }

        var meant = all.Where(branch => IsOf(description.Follow(branch), type)).ToList();
        return meant.Count > 0 ? meant : all;
    }

    private static bool IsOf(JsonElement branch, JsonElement type)
    {
        if (branch.ValueKind is not JsonValueKind.Object || !branch.TryGetProperty("properties", out var properties) || !properties.TryGetProperty("type", out var rule))
        {
            return true;
        }

        if (rule.TryGetProperty("enum", out var allowed))
        {
            return allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, type));
        }

        return !rule.TryGetProperty("const", out var only) || JsonElement.DeepEquals(only, type);
    }

    private sealed class Finding
    {
        public List<string> Errors { get; } = [];

        public HashSet<string> Known { get; } = new(StringComparer.Ordinal);

        public bool TakesAnyProperty { get; set; }

        public void Add(string path, string? error)
        {
            if (error is not null)
            {
                Errors.Add($"{(path.Length == 0 ? "/" : path)}: {error}");
            }
        }

        public void Take(Finding other)
        {
            Errors.AddRange(other.Errors);
            Known.UnionWith(other.Known);
            TakesAnyProperty |= other.TakesAnyProperty;
        }
    }
}
