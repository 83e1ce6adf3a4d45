using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Rest;

namespace RepairBot.LoopbackDiscord.Schema;

/// <summary>Checks every request, and every answer of the loopback Discord itself, against Discord's own description where it is at hand.</summary>
public sealed class DescriptionCheck
{
    private const string FileName = "discord-openapi.json";
    private readonly ConcurrentDictionary<Violation, int> violations = new();
    private readonly ConcurrentDictionary<Deviation, int> deviations = new();
    private readonly ApiDescription? description;
    private int checkedOperations;

    internal DescriptionCheck(bool isOn)
    {
        var file = isOn ? FindFile() : null;
        description = file is null ? null : ApiDescription.From(file);
        SkippedBecause = (isOn, file) switch
        {
            (false, _) => "the check is switched off",
            (_, null) => $"{FileName} is not beside this repository",
            _ => null,
        };
    }

    /// <summary>Why nothing is checked; null when everything is.</summary>
    public string? SkippedBecause { get; }

    /// <summary>What the description does not allow, apart from <see cref="Deviation.Known"/>; each once.</summary>
    public IReadOnlyList<Violation> Violations => [.. violations.Keys.OrderBy(violation => violation.ToString(), StringComparer.Ordinal)];

    /// <summary>The known deviations that were met.</summary>
    public IReadOnlyList<Deviation> Deviations => [.. deviations.Keys];

    /// <summary>How many requests and answers were checked.</summary>
    public int Checked => Volatile.Read(ref checkedOperations);

    internal void Check(RestRequest request, RestAnswer answer)
    {
        if (description?.Operation(request.Route.Method, request.Route.Template) is not { } operation)
        {
            return;
        }

        Interlocked.Increment(ref checkedOperations);
        var name = $"{request.Route.Method} {request.Route.Template}";
        // What Discord refuses is often refused for a broken schema: the refusal says it, the check needn't.
        if (answer.Status < 400)
        {
            CheckQuery(name, operation, request);
            CheckBody(name, operation, request);
        }

        CheckAnswer(name, operation, answer);
    }

    private void CheckBody(string name, JsonElement operation, RestRequest request)
    {
        if (!operation.TryGetProperty("requestBody", out var requestBody) || requestBody.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        if (request.Body is null)
        {
            Report(name, isRequest: true, requestBody.TryGetProperty("required", out var required) && required.GetBoolean() ? ["/: there is no body"] : []);
            return;
        }

        var schema = requestBody.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Report(name, isRequest: true, new SchemaCheck(description!, isStrict: true).Errors(schema, Element(request.Body)));
    }

    private void CheckQuery(string name, JsonElement operation, RestRequest request)
    {
        var known = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(description!.Follow).Where(parameter => parameter.GetProperty("in").GetString() == "query").ToDictionary(parameter => parameter.GetProperty("name").GetString()!)
            : [];
        foreach (var (key, value) in request.QueryValues)
        {
            if (!known.TryGetValue(key, out var parameter))
            {
                Report(name, isRequest: true, [$"?{key}: is not in the description"]);
                continue;
            }

            var schema = description!.Follow(parameter.GetProperty("schema"));
            var isText = schema.TryGetProperty("type", out var type) && type.GetRawText().Contains("string", StringComparison.Ordinal);
            var element = Element(isText ? JsonValue.Create(value) : Plain(value));
            Report(name, isRequest: true, new SchemaCheck(description, isStrict: true).Errors(schema, element).Select(error => $"?{key}{error}"));
        }
    }

    private void CheckAnswer(string name, JsonElement operation, RestAnswer answer)
    {
        var responses = operation.GetProperty("responses");
        if (!responses.TryGetProperty($"{answer.Status}", out var response) && !responses.TryGetProperty($"{answer.Status / 100}XX", out response))
        {
            Report(name, isRequest: false, [$"/: has no status {answer.Status}"]);
            return;
        }

        response = description!.Follow(response);
        if (!response.TryGetProperty("content", out var content))
        {
            Report(name, isRequest: false, answer.Body is null ? [] : [$"/: has a body with status {answer.Status}"]);
            return;
        }

        var schema = content.GetProperty("application/json").GetProperty("schema");
        Report(name, isRequest: false, answer.Body is null ? ["/: has no body"] : new SchemaCheck(description, isStrict: false).Errors(schema, Element(answer.Body)));
    }

    private void Report(string operation, bool isRequest, IEnumerable<string> errors)
    {
        foreach (var violation in errors.Select(error => new Violation(operation, isRequest, error)))
        {
            if (Deviation.Known.FirstOrDefault(known => known.Covers(violation)) is { } deviation)
            {
                deviations.AddOrUpdate(deviation, 1, (_, count) => count + 1);
            }
            else
            {
                violations.AddOrUpdate(violation, 1, (_, count) => count + 1);
            }
        }
    }

    private static JsonElement Element(JsonNode? node) => JsonSerializer.SerializeToElement(node);

    private static JsonNode? Plain(string value)
    {
        try
        {
            return JsonNode.Parse(value.ToLowerInvariant());
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }

    internal static string? FindFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", FileName);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
