using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.LoopbackDiscord.Tests.Harness;

/// <summary>Speaks REST with nothing between.</summary>
internal sealed class RawBot : IDisposable
{
    private readonly HttpClient http;
    private readonly LoopbackServer server;

    public RawBot(LoopbackServer server, string? token = null, string? agent = "DiscordBot (https://example.org/repairbot, 1.0)")
    {
        this.server = server;
        http = new HttpClient { BaseAddress = server.ApiBaseUrl };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bot {token ?? server.Token}");
        if (agent is not null)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        }
    }

    public Task<RawAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<RawAnswer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<RawAnswer> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<RawAnswer> PatchAsync(string path, object? body = null) => SendAsync(HttpMethod.Patch, path, body);

    public Task<RawAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    /// <summary>The initial response to an interaction.</summary>
    public Task<RawAnswer> RespondAsync(UserInteraction to, int type, object? data = null) =>
        PostAsync($"interactions/{to.Id}/{to.Token}/callback", data is null ? new { type } : new { type, data });

    /// <summary>The address of an interaction's webhook, or below it.</summary>
    public string Webhook(UserInteraction of, string rest = "") => $"webhooks/{server.ApplicationId}/{of.Token}{rest}";

    public async Task<RawAnswer> SendAsync(HttpMethod method, string path, object? body = null, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            var json = body as string ?? JsonSerializer.Serialize(body);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return await ReadAsync(request, cancellation);
    }

    /// <summary>A multipart request with a JSON part and files.</summary>
    public async Task<RawAnswer> UploadAsync(HttpMethod method, string path, object payload, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(JsonSerializer.Serialize(payload), Encoding.UTF8, "application/json"), "payload_json");
        for (var index = 0; index < files.Length; index++)
        {
            var part = new ByteArrayContent(files[index].Bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(part, $"files[{index}]", files[index].Name);
        }

        using var request = new HttpRequestMessage(method, path) { Content = form };
        return await ReadAsync(request, default);
    }

    public void Dispose() => http.Dispose();

    private async Task<RawAnswer> ReadAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new RawAnswer((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null, text, headers);
    }
}

/// <summary>An answer of REST.</summary>
internal sealed record RawAnswer(int Status, JsonNode? Body, string Plain, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Discord's error code.</summary>
    public int? Code => (int?)(Body as JsonObject)?["code"];

    public string Text(string name) => Body![name]!.ToString();

    /// <summary>The codes of the errors at a field, such as <c>embeds.0.title</c>.</summary>
    public IReadOnlyList<string> ErrorsAt(string path)
    {
        var at = Body!["errors"];
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at?[part];
        }

        return [.. (at?["_errors"] as JsonArray ?? []).Select(error => error!["code"]!.ToString())];
    }
}
