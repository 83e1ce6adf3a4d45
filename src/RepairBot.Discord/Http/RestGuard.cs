using System.Globalization;
using System.Net;
using System.Text.Json;
using Discord.Net.Rest;

namespace RepairBot.Discord.Http;

/// <summary>
/// Stands between Discord.Net's request queue and the network and keeps from it what it can't take (measured with 3.16): a 429 without
/// X-RateLimit-Limit or with a page for a body, a 502 that it would repeat without a pause, and a server that never answers.
/// </summary>
/// <param name="inner">Does the sending.</param>
/// <param name="time">The time.</param>
/// <param name="timeout">How long a call may take.</param>
/// <param name="tokenRefused">Told when Discord does not take the bot's token; the library would ask again for ever.</param>
internal sealed class RestGuard(IRestClient inner, TimeProvider time, TimeSpan timeout, Action tokenRefused) : IRestClient
{
    private const string LimitHeader = "X-RateLimit-Limit";
    private const string RetryAfterHeader = "Retry-After";

    // What a 429 that says nothing means.
    private const double UnsaidSeconds = 10;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(15);

    /// <summary>For the library's configuration.</summary>
    /// <param name="api">Discord's REST address; null for the library's own.</param>
    /// <param name="time">The time.</param>
    /// <param name="tokenRefused">Told when Discord does not take the bot's token.</param>
    public static RestClientProvider Provider(Uri? api, TimeProvider time, Action tokenRefused) =>
        address => new RestGuard(DefaultRestClientProvider.Instance(api?.AbsoluteUri ?? address), time, Usual, tokenRefused);

    /// <inheritdoc/>
    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    /// <inheritdoc/>
    public void SetCancelToken(CancellationToken cancelToken) => inner.SetCancelToken(cancelToken);

    /// <inheritdoc/>
    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        GuardAsync(ends => inner.SendAsync(method, endpoint, ends, headerOnly, reason, requestHeaders), cancelToken);

    /// <inheritdoc/>
    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        string json,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        GuardAsync(ends => inner.SendAsync(method, endpoint, json, ends, headerOnly, reason, requestHeaders), cancelToken);

    /// <inheritdoc/>
    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        IReadOnlyDictionary<string, object> multipartParams,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        GuardAsync(ends => inner.SendAsync(method, endpoint, multipartParams, ends, headerOnly, reason, requestHeaders), cancelToken);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private async Task<RestResponse> GuardAsync(Func<CancellationToken, Task<RestResponse>> send, CancellationToken cancelToken)
    {
        using var late = new CancellationTokenSource(timeout, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancelToken);
        try
        {
            var answer = await MendAsync(await send(ends.Token), ends.Token);
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                tokenRefused();
            }

            return answer;
        }
        catch (OperationCanceledException e) when (!cancelToken.IsCancellationRequested)
        {
            // Not a TimeoutException: the library would repeat the call, which may have been done.
            throw new HttpRequestException("Discord did not answer in time.", e);
        }
    }

    private static async Task<RestResponse> MendAsync(RestResponse answer, CancellationToken cancellationToken)
    {
        var body = answer.Stream is null ? null : await ReadAsync(answer.Stream, cancellationToken);
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Limited(answer.Headers, body),

            // As a 503 it fails once and is the caller's to repeat; so does a page where Discord would have sent JSON.
            HttpStatusCode.BadGateway => With(HttpStatusCode.ServiceUnavailable, answer.Headers, body),
            HttpStatusCode.OK when body is { Length: > 0 } && !IsJson(body) => With(HttpStatusCode.ServiceUnavailable, answer.Headers, body),
            _ => With(answer.StatusCode, answer.Headers, body),
        };
    }

    private static RestResponse Limited(Dictionary<string, string> headers, byte[]? body)
    {
        headers.TryAdd(LimitHeader, "1");
        return With(HttpStatusCode.TooManyRequests, headers, body is not null && IsJson(body) ? body : DiscordJson.Object(json =>
        {
            json.WriteString("message", "limited");
            json.WriteNumber("retry_after", headers.TryGetValue(RetryAfterHeader, out var text)
                && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : UnsaidSeconds);
            json.WriteBoolean("global", value: false);
        }));
    }

    private static RestResponse With(HttpStatusCode status, Dictionary<string, string> headers, byte[]? body) =>
        new(status, headers, body is null ? null : new MemoryStream(body));

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using (stream)
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, cancellationToken);
            return copy.ToArray();
        }
    }

    private static bool IsJson(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
