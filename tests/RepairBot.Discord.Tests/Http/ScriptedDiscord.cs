using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace RepairBot.Discord.Tests.Http;

/// <summary>A server that does with each call what the test says, in order, and keeps what it was sent.</summary>
internal sealed class ScriptedDiscord : HttpMessageHandler
{
    public static readonly Uri Address = new("http://discord.test/api/v10/");

    private readonly ConcurrentQueue<Func<CancellationToken, Task<HttpResponseMessage>>> steps = new();

    /// <summary>Every call: method, path and body.</summary>
    public ConcurrentQueue<(string Call, string Body, string? Token)> Calls { get; } = new();

    public ScriptedDiscord Answers(HttpStatusCode status, string body = "{}", params (string Name, string Value)[] headers) => Then(_ =>
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")) };
        foreach (var (name, value) in headers)
        {
            answer.Headers.Add(name, value);
        }

        return Task.FromResult(answer);
    });

    public ScriptedDiscord Hangs() => Then(async cancelled =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
        throw new InvalidOperationException();
    });

    public ScriptedDiscord Drops() => Then(_ => throw new HttpRequestException("Connection reset."));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery.Replace("/api/v10/", "", StringComparison.Ordinal);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Enqueue(($"{request.Method} {path}", body, request.Headers.Authorization?.ToString()));
        return steps.TryDequeue(out var step) ? await step(cancellationToken) : throw new InvalidOperationException("A call nobody expected.");
    }

    private ScriptedDiscord Then(Func<CancellationToken, Task<HttpResponseMessage>> step)
    {
        steps.Enqueue(step);
        return this;
    }
}
