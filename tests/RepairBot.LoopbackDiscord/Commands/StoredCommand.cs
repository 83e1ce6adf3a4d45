using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.Commands;

/// <summary>A registered command. The definition has its defaults filled in, so that two that mean the same are equal.</summary>
internal sealed class StoredCommand(ulong id, ulong application, ulong? guild, ulong version, JsonObject definition)
{
    public ulong Id => id;

    public ulong Version { get; private set; } = version;

    public JsonObject Definition { get; private set; } = definition;

    public string Name => Definition["name"]!.ToString();

    public int Type => (int)Definition["type"]!;

    /// <summary>Takes a definition; the version changes only if the command does.</summary>
    public void Become(JsonObject changed, Func<ulong> nextVersion)
    {
        if (!JsonNode.DeepEquals(Definition, changed))
        {
            Definition = changed;
            Version = nextVersion();
        }
    }

    /// <summary>Whether a list of the definition holds a value; no list allows all.</summary>
    public bool Allows(string list, int value) => Definition[list] is not JsonArray allowed || allowed.Any(one => (int?)one == value);

    public JsonObject ToJson(bool localizations)
    {
        var json = (JsonObject)Definition.DeepClone();
        if (!localizations)
        {
            Strip(json);
        }

        json["id"] = $"{id}";
        json["application_id"] = $"{application}";
        json["version"] = $"{Version}";
        if (guild is not null)
        {
            json["guild_id"] = $"{guild}";
        }

        return json;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject json)
        {
            json.Remove("name_localizations");
            json.Remove("description_localizations");
            foreach (var child in new[] { json["options"], json["choices"] }.OfType<JsonArray>().SelectMany(array => array))
            {
                Strip(child);
            }
        }
    }
}
