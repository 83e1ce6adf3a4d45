using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Messages;

/// <summary>What Discord makes of the embeds and components it was sent: no nulls, defaults and ids filled in.</summary>
internal static class MessageJson
{
    private static readonly string[] Nested = ["components", "accessory", "component", "items"];

    public static JsonArray Embeds(JsonArray? sent, IReadOnlyList<StoredAttachment> attachments)
    {
        var embeds = new JsonArray();
        foreach (var embed in (sent ?? []).OfType<JsonObject>())
        {
            var kept = (JsonObject)WithoutNulls(embed);
            kept["type"] = "rich";
            foreach (var field in (kept["fields"] as JsonArray ?? []).OfType<JsonObject>())
            {
                field["inline"] ??= false;
            }

            foreach (var picture in new[] { kept["image"], kept["thumbnail"] }.OfType<JsonObject>())
            {
                Resolve(picture, attachments);
            }

            embeds.Add((JsonNode)kept);
        }

        return embeds;
    }

    public static JsonArray Components(JsonArray? sent)
    {
        var components = (JsonArray)WithoutNulls(sent ?? []);
        var taken = All(components).Select(component => (int?)component["id"] ?? 0).ToHashSet();
        var next = 1;
        foreach (var component in All(components))
        {
            Complete(component);
            if ((int?)component["id"] is not null and not 0)
            {
                continue;
            }

            while (taken.Contains(next))
            {
                next++;
            }

            component["id"] = next++;
        }

        return components;
    }

    /// <summary>Every component of a tree, in order.</summary>
    public static IEnumerable<JsonObject> All(JsonNode? tree) => tree switch
    {
        JsonArray array => array.SelectMany(All),
        JsonObject component => Nested.Select(name => component[name]).SelectMany(All).Prepend(component).Where(at => at["type"] is not null),
        _ => [],
    };

    private static void Complete(JsonObject component)
    {
        switch ((ComponentType)(int)component["type"]!)
        {
            case ComponentType.StringSelect or ComponentType.UserSelect or ComponentType.RoleSelect or ComponentType.MentionableSelect
                or ComponentType.ChannelSelect:
                component["min_values"] ??= 1;
                component["max_values"] ??= 1;
                break;
            case ComponentType.Separator:
                component["spacing"] ??= 1;
                component["divider"] ??= true;
                break;
            case ComponentType.Container or ComponentType.Thumbnail or ComponentType.File:
                component["spoiler"] ??= false;
                break;
        }
    }

    private static void Resolve(JsonObject picture, IReadOnlyList<StoredAttachment> attachments)
    {
        var url = picture["url"]?.ToString() ?? "";
        if (url.StartsWith("attachment://", StringComparison.Ordinal)
            && attachments.FirstOrDefault(file => file.FileName == url["attachment://".Length..]) is { } attached)
        {
            picture["url"] = attached.Url.AbsoluteUri;
        }
    }

    private static JsonNode WithoutNulls(JsonNode node) => node switch
    {
        JsonObject json => new JsonObject(json.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)WithoutNulls(pair.Value!)))),
        JsonArray array => new JsonArray([.. array.OfType<JsonNode>().Select(WithoutNulls)]),
        _ => node.DeepClone(),
    };
}
