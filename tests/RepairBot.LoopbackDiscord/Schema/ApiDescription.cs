using System.Collections.Concurrent;
using System.Text.Json;

namespace RepairBot.LoopbackDiscord.Schema;

/// <summary>Discord's own OpenAPI description of its API, looked up part by part.</summary>
internal sealed class ApiDescription
{
    private static readonly ConcurrentDictionary<string, Lazy<ApiDescription>> Read = new(StringComparer.Ordinal);
    private readonly JsonElement root;
    private readonly ConcurrentDictionary<string, JsonElement> referenced = new(StringComparer.Ordinal);

    private ApiDescription(JsonElement root) => this.root = root;

    /// <summary>Reads a file, once per process.</summary>
    public static ApiDescription From(string file) => Read.GetOrAdd(file, path => new Lazy<ApiDescription>(() =>
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new ApiDescription(document.RootElement.Clone());
    })).Value;

    /// <summary>An operation; null when the description has none such.</summary>
    public JsonElement? Operation(string method, string template) =>
        root.GetProperty("paths").TryGetProperty(template, out var path) && path.TryGetProperty(method.ToLowerInvariant(), out var operation) ? operation : null;

    /// <summary>What a <c>$ref</c> points to.</summary>
    public JsonElement Resolve(string reference) => referenced.GetOrAdd(reference, pointer =>
    {
        var at = root;
        foreach (var part in pointer.TrimStart('#', '/').Split('/'))
        {
            at = at.GetProperty(part);
        }

        return at;
    });

    /// <summary>Follows a reference, if it is one.</summary>
    public JsonElement Follow(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty("$ref", out var reference) ? Resolve(reference.GetString()!) : element;
}
