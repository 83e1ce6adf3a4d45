using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.State;

/// <summary>A file that came with a message.</summary>
internal sealed record StoredAttachment(ulong Id, string FileName, string ContentType, byte[] Bytes, string? Description, Uri Url, bool IsEphemeral)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = $"{Id}",
            ["filename"] = FileName,
            ["size"] = Bytes.Length,
            ["url"] = Url.AbsoluteUri,
            ["proxy_url"] = Url.AbsoluteUri,
            ["content_type"] = ContentType,
        };
        if (Description is not null)
        {
            json["description"] = Description;
        }

        if (IsEphemeral)
        {
            json["ephemeral"] = true;
        }

        return json;
    }
}
