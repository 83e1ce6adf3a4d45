using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Discord;

namespace RepairBot.Discord.Http;

/// <summary>
/// Discord's REST interface, one attempt a call: it waits for the rate limit, ends in time whatever the server does, and says how it
/// ended instead of throwing. Whether to try again is the caller's to decide. May be used from many threads.
/// </summary>
/// <remarks>
/// Used where Discord.Net's own requests can't keep a promise: it has no <c>enforce_nonce</c>, lets all interaction callbacks share one
/// bucket, and repeats a call that may have been done.
/// </remarks>
/// <param name="http">With the API's address.</param>
/// <param name="limits">What Discord allows.</param>
/// <param name="time">The time.</param>
internal sealed class DiscordRest(HttpClient http, RateLimits limits, TimeProvider time)
{
    /// <summary>A client that reaches Discord at this address.</summary>
    /// <param name="api">Ends with a slash.</param>
    /// <param name="token">The bot's token; null for a client that answers interactions only.</param>
    /// <param name="handler">Null for the usual one.</param>
    public static HttpClient Client(Uri api, string? token, HttpMessageHandler? handler = null)
    {
        var http = new HttpClient(handler ?? Sockets()) { BaseAddress = api, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Clear();
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", DiscordConfig.UserAgent);
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", token);
        }

        return http;
    }

    /// <summary>Makes one attempt.</summary>
    /// <param name="route">What to call.</param>
    /// <param name="content">What to send; null for nothing.</param>
    /// <param name="timeout">How long the attempt may take, waiting for the limit not counted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<RestAnswer> SendAsync(Route route, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await limits.EnterAsync(route, cancellationToken);
        using var late = new CancellationTokenSource(timeout, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(route.Method, route.Path) { Content = content };
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ends.Token);
            return Read(route, answer, await answer.Content.ReadAsByteArrayAsync(ends.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RestAnswer.Unknown(Trouble.TimedOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new RestAnswer.Unknown(Trouble.Connection);
        }
    }

    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
    };

    private RestAnswer Read(Route route, HttpResponseMessage answer, byte[] body)
    {
        var said = Said.In(body);
        if (limits.Learn(route, answer, said?.RetryAfter, said?.Global ?? false) is { } after)
        {
            return new RestAnswer.Limited(after);
        }

        return answer.StatusCode switch
        {
            // An error page that came with a 200 is no answer of Discord's.
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices =>
                body.Length == 0 || said is not null ? new RestAnswer.Done(body) : new RestAnswer.Unknown(Trouble.Server),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new RestAnswer.Refused(answer.StatusCode, said?.Code ?? 0),
            _ => new RestAnswer.Unknown(Trouble.Server),
        };
    }

    /// <summary>What an error says of itself.</summary>
    private sealed record Said(int Code, TimeSpan? RetryAfter, bool Global)
    {
        /// <summary>Null for anything but JSON, such as a proxy's page.</summary>
        public static Said? In(byte[] body)
        {
            try
            {
                using var json = JsonDocument.Parse(body);
                var root = json.RootElement;
                return root.ValueKind switch
                {
                    JsonValueKind.Object => new Said(
                        (int)(NumberOf(root, "code") ?? 0),
                        NumberOf(root, "retry_after") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                        root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True),
                    JsonValueKind.Array => new Said(0, null, Global: false),
                    _ => null,
                };
            }
            catch (JsonException)
            {
                return null;
            }
        }

        private static double? NumberOf(JsonElement json, string name) =>
            json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and < 1e9 and var number
                ? number
                : null;
    }
}
