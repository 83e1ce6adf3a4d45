using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Discord;

namespace RepairBot.Discord.Http;

/// <summary>Bodies of calls. Each attempt needs one of its own.</summary>
internal static class Payload
{
    /// <summary>A JSON object.</summary>
    public static HttpContent Json(Action<Utf8JsonWriter> members) => Json(DiscordJson.Object(members));

    /// <summary>A new message. The same nonce again, in the next few minutes, finds the first message and makes no second one.</summary>
    /// <param name="body">What it says.</param>
    /// <param name="nonce">At most 25 characters; null where Discord takes none.</param>
    public static HttpContent Create(MessageBody body, string? nonce) => WithFile(body.File, Json(json =>
    {
        DiscordJson.WriteMessage(json, body);
        WriteFile(json, body.File);
        if (nonce is not null)
        {
            json.WriteString("nonce", nonce);
            json.WriteBoolean("enforce_nonce", value: true);
        }
    }));

    /// <summary>A message in place of an earlier version.</summary>
    /// <param name="body">What it says now.</param>
    /// <param name="keepsFile">The file is there already and stays.</param>
    public static HttpContent Edit(MessageBody body, bool keepsFile)
    {
        // An edit can't change who sees a message, so that only what Discord lets an edit set goes along.
        var editable = body with { Flags = body.Flags & MessageFlags.SuppressEmbeds };
        return WithFile(keepsFile ? null : body.File, Json(json =>
        {
            DiscordJson.WriteMessage(json, editable);
            if (!keepsFile)
            {
                WriteFile(json, body.File);
            }
        }));
    }

    /// <summary>The first answer to an interaction with a message in it.</summary>
    public static HttpContent Callback(int type, MessageBody body) => WithFile(body.File, Json(json =>
    {
        json.WriteNumber("type", type);
        json.WriteStartObject("data");
        DiscordJson.WriteMessage(json, body);
        WriteFile(json, body.File);
        json.WriteEndObject();
    }));

    private static ByteArrayContent Json(byte[] json) => new(json)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) },
    };

    private static void WriteFile(Utf8JsonWriter json, FileBody? file)
    {
        json.WriteStartArray("attachments");
        if (file is not null)
        {
            json.WriteStartObject();
            json.WriteString("id", "0");
            json.WriteString("filename", file.Name);
            if (file.Description is { } description)
            {
                json.WriteString("description", description);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static HttpContent WithFile(FileBody? file, HttpContent json) => file is null
        ? json
        : new MultipartFormDataContent
        {
            { json, "payload_json" },
            { new ReadOnlyMemoryContent(file.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(file.MediaType) } }, "files[0]", file.Name },
        };
}
