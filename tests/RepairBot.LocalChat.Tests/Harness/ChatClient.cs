using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace RepairBot.LocalChat.Tests.Harness;

/// <summary>What one person's browser sends, and what it gets back.</summary>
internal sealed class ChatClient(HttpClient http, string person)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The start of this person's addresses.</summary>
    public string Path { get; } = $"/api/people/{person}";

    public Task<Reply> CommandAsync(string name, Dictionary<string, string>? options = null, string? key = null) =>
        PostAsync("commands", new { name, options = options ?? [], key });

    public Task<Reply> TextAsync(string text, long? seen = null, string? key = null) => PostAsync("texts", new { text, seen, key });

    /// <summary>Presses the action of that name.</summary>
    public Task<Reply> PressAsync(
        ShownMessage message, string action, string[]? values = null, Dictionary<string, string>? fields = null, string? key = null) =>
        PressAsync(message, message.Actions.Single(shown => shown.Name == action), values, fields, key);

    public Task<Reply> PressAsync(
        ShownMessage message, ShownAction action, string[]? values = null, Dictionary<string, string>? fields = null, string? key = null) =>
        PostAsync("actions", new { message = message.Id, action = action.Id, values = values ?? [], fields = fields ?? [], key });

    /// <summary>The feed after a sequence number.</summary>
    public async Task<Feed> MessagesAsync(long after = 0) =>
        (await http.GetFromJsonAsync<Feed>($"{Path}/messages?after={after}", Web))!;

    /// <summary>Posts anything as JSON.</summary>
    public async Task<Reply> PostAsync(string what, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body, Web), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri($"{Path}/{what}", UriKind.Relative), content);
        return await Reply.ReadAsync(response);
    }
}

/// <summary>An answer: a feed when it went well, a problem when not.</summary>
internal sealed record Reply(HttpStatusCode Status, string? MediaType, Feed? Feed, Problem? Problem)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The newest message of a good answer.</summary>
    public ShownMessage Last => Feed!.Messages[^1];

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        return response.IsSuccessStatusCode
            ? new Reply(response.StatusCode, type, JsonSerializer.Deserialize<Feed>(text, Web), null)
            : new Reply(response.StatusCode, type, null, JsonSerializer.Deserialize<Problem>(text, Web));
    }
}

internal sealed record Feed(long Seq, List<ShownMessage> Messages);

internal sealed record Problem(string Type, string Title, int Status, string Detail);

internal sealed record ShownMessage(
    string Id, long Seq, DateTimeOffset At, string From, string Where, string Kind, string? Phase, string? Step, string Text,
    ShownCard? Card, ShownProgress? Progress, ShownFile? File, bool Late, bool Edited, bool Removed, List<ShownAction> Actions,
    DateTimeOffset? Until = null);

internal sealed record ShownCard(string Title, List<ShownLine> Lines);

internal sealed record ShownLine(string Name, string Value);

internal sealed record ShownProgress(int At, int Of);

internal sealed record ShownFile(string Url, string Name);

internal sealed record ShownAction(
    string Id, string Name, string Role, string Kind, string Label, bool Disabled, List<ShownOption>? Options, int? Min, int? Max, List<ShownField>? Fields);

internal sealed record ShownOption(string Value, string Label);

internal sealed record ShownField(string Id, string Label, bool Multiline, bool Required, int MinLength, int MaxLength, string? Value);
