using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Messages;

/// <summary>What Discord makes of the components it was sent: ids, defaults, and media with an address of their own.</summary>
internal static class ComponentJson
{
    private static readonly string[] Nested = ["components", "accessory", "component"];

    public static JsonArray Of(JsonArray? sent, IReadOnlyList<StoredAttachment> attachments, Func<ulong> nextId)
    {
        var components = (JsonArray)MessageJson.WithoutNulls(sent ?? []);
        var taken = All(components).Select(component => (int?)component["id"] ?? 0).ToHashSet();
        var next = 1;
        foreach (var component in All(components))
        {
            Complete(component, media => Unfurl(media, attachments, nextId));
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
        JsonObject component => Nested.Select(name => component[name]).SelectMany(All).Prepend(component),
        _ => [],
    };

    private static void Complete(JsonObject component, Func<JsonNode?, StoredAttachment?> unfurl)
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
            case ComponentType.Container:
                component["accent_color"] = component["accent_color"]?.DeepClone();
                component["spoiler"] ??= false;
                break;
            case ComponentType.Thumbnail:
                CompleteMedia(component, unfurl);
                break;
            case ComponentType.MediaGallery:
                foreach (var item in ((JsonArray)component["items"]!).OfType<JsonObject>())
                {
                    CompleteMedia(item, unfurl);
                }

                break;
            case ComponentType.File:
                component["spoiler"] ??= false;
                var file = unfurl(component["file"]);
                component["name"] = file?.FileName;
                component["size"] = file?.Bytes.Length;
                break;
        }
    }

    private static void CompleteMedia(JsonObject item, Func<JsonNode?, StoredAttachment?> unfurl)
    {
        unfurl(item["media"]);
        item["description"] = item["description"]?.DeepClone();
        item["spoiler"] ??= false;
    }

    private static StoredAttachment? Unfurl(JsonNode? node, IReadOnlyList<StoredAttachment> attachments, Func<ulong> nextId)
    {
        var media = (JsonObject)node!;
        var attached = MessageJson.Resolve(media, attachments);
        media["id"] = $"{nextId()}";
        media["proxy_url"] = media["url"]!.DeepClone();
        if (attached is not null)
        {
            media["attachment_id"] = $"{attached.Id}";
        }

        return attached;
    }
}
