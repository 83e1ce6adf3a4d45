using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Messages;

/// <summary>What Discord makes of the embeds it was sent: no nulls, defaults filled in, attached pictures with their address.</summary>
internal static class MessageJson
{
    private const string Attached = "attachment://";

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

    /// <summary>Puts the address of an attached file in the place of its name; null when the address names no file of the message.</summary>
    public static StoredAttachment? Resolve(JsonObject media, IReadOnlyList<StoredAttachment> attachments)
    {
        var url = media["url"]?.ToString() ?? "";
        var attached = url.StartsWith(Attached, StringComparison.Ordinal) ? attachments.FirstOrDefault(file => file.FileName == url[Attached.Length..]) : null;
        if (attached is not null)
        {
            media["url"] = attached.Url.AbsoluteUri;
        }

        return attached;
    }

    public static JsonNode WithoutNulls(JsonNode node) => node switch
    {
        JsonObject json => new JsonObject(json.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)WithoutNulls(pair.Value!)))),
        JsonArray array => new JsonArray([.. array.OfType<JsonNode>().Select(WithoutNulls)]),
        _ => node.DeepClone(),
    };
}
