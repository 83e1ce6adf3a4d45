using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RepairBot.LoopbackDiscord.Limits;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>A file part of a multipart request.</summary>
internal sealed record UploadedFile(int Index, string FileName, string ContentType, byte[] Bytes);

/// <summary>A request, read to its end.</summary>
internal sealed class RestRequest(HttpContext http, RestRoute route, JsonNode? body, IReadOnlyList<UploadedFile> files, DiscordError? unreadable)
{
    public RestRoute Route => route;

    public string Path => http.Request.Path + http.Request.QueryString;

    public JsonNode? Body => body;

    public IReadOnlyList<UploadedFile> Files => files;

    /// <summary>Why the body could not be read, if it could not.</summary>
    public DiscordError? Unreadable => unreadable;

    public string? UserAgent => http.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null;

    public string? Authorization => http.Request.Headers.Authorization.ToString() is { Length: > 0 } header ? header : null;

    /// <summary>The body as a form whose mistakes are collected.</summary>
    /// <exception cref="DiscordError">It is no JSON object.</exception>
    public Form Form(FormErrors errors) => body switch
    {
        null => new Form([], "", errors),
        JsonObject json => new Form(json, "", errors),
        _ => throw new DiscordError(400, 50035, "Invalid Form Body"),
    };

    /// <summary>A part of the path as text.</summary>
    public string Part(string name) => (string)http.Request.RouteValues[name]!;

    /// <summary>A part of the path as an id.</summary>
    /// <exception cref="DiscordError">It is none.</exception>
    public ulong Id(string name) => Parse(name, Part(name));

    /// <summary>A query value as text; null when absent.</summary>
    public string? Query(string name) => http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A query value as an id; null when absent.</summary>
    public ulong? QueryId(string name) => Query(name) is { } value ? Parse(name, value) : null;

    public bool QueryFlag(string name) => string.Equals(Query(name), "true", StringComparison.OrdinalIgnoreCase) || Query(name) == "1";

    /// <summary>The query as the values Discord's description speaks of.</summary>
    public IEnumerable<KeyValuePair<string, string>> QueryValues => http.Request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()));

    private static ulong Parse(string name, string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw FormErrors.Single(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");

    /// <summary>Reads a request; a body that can't be read is kept as an error to answer with.</summary>
    public static async Task<RestRequest> ReadAsync(HttpContext http, RestRoute route, int largest)
    {
        if (http.Request.ContentLength > largest)
        {
            return new RestRequest(http, route, null, [], new DiscordError(413, 40005, "Request entity too large"));
        }

        try
        {
            return http.Request.HasFormContentType ? await ReadFormAsync(http, route) : await ReadJsonAsync(http, route);
        }
        catch (JsonException)
        {
            return new RestRequest(http, route, null, [], new DiscordError(400, 50109, "The request body contains invalid JSON."));
        }
    }

    private static async Task<RestRequest> ReadJsonAsync(HttpContext http, RestRoute route)
    {
        using var memory = new MemoryStream();
        await http.Request.Body.CopyToAsync(memory, http.RequestAborted);
        var body = memory.Length == 0 ? null : JsonNode.Parse(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        return new RestRequest(http, route, body, [], null);
    }

    private static async Task<RestRequest> ReadFormAsync(HttpContext http, RestRoute route)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var files = new List<UploadedFile>();
        foreach (var part in form.Files)
        {
            using var memory = new MemoryStream();
            await part.CopyToAsync(memory, http.RequestAborted);
            files.Add(new UploadedFile(IndexOf(part.Name, files.Count), part.FileName, part.ContentType ?? "application/octet-stream", memory.ToArray()));
        }

        var body = form["payload_json"].ToString() is { Length: > 0 } json ? JsonNode.Parse(json) : Fields(form);
        return new RestRequest(http, route, body, files, null);
    }

    // Without payload_json the fields themselves are the message.
    private static JsonObject Fields(IFormCollection form) =>
        new(form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString()))));

    private static int IndexOf(string name, int next) =>
        name.StartsWith("files[", StringComparison.Ordinal) && int.TryParse(name[6..].TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : next;
}
