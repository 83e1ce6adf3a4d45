using System.Net;
using System.Text;
using System.Text.Json;
using Discord.Net.Rest;
using RepairBot.Discord.Http;
using RepairBot.Testing.Time;

namespace RepairBot.Discord.Tests.Http;

/// <summary>What Discord.Net's request queue gets to see of answers it could not take.</summary>
public sealed class RestGuardTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SteppedTime time = new();
    private int refusals;

    [Fact]
    public async Task What_discord_answers_reaches_the_library_as_it_is()
    {
        var answer = await AskAsync(HttpStatusCode.OK, """{"id":"1"}""", ("X-RateLimit-Remaining", "4"));

        Assert.Equal((HttpStatusCode.OK, """{"id":"1"}"""), (answer.StatusCode, Body(answer)));
        Assert.Equal("4", answer.Headers["X-RateLimit-Remaining"]);
    }

    [Fact]
    public async Task An_empty_answer_stays_empty()
    {
        Assert.Null((await AskAsync(HttpStatusCode.NoContent, body: null)).Stream);
    }

    [Fact]
    public async Task A_429_without_headers_says_that_there_is_a_limit()
    {
        var answer = await AskAsync(HttpStatusCode.TooManyRequests, """{"message":"slow down","retry_after":2.5,"global":false}""");

        Assert.Equal("1", answer.Headers["X-RateLimit-Limit"]);
        Assert.Equal(2.5, RetryAfter(answer));
    }

    [Fact]
    public async Task A_429s_own_headers_are_left_alone()
    {
        var answer = await AskAsync(HttpStatusCode.TooManyRequests, """{"retry_after":1}""", ("X-RateLimit-Limit", "5"));

        Assert.Equal("5", answer.Headers["X-RateLimit-Limit"]);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("soon", 10)]
    [InlineData(null, 10)]
    public async Task A_429_that_is_a_page_becomes_one_that_can_be_read(string? header, double seconds)
    {
        (string, string)[] headers = header is null ? [] : [("Retry-After", header)];
        var answer = await AskAsync(HttpStatusCode.TooManyRequests, "<html>Error 1015</html>", headers);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(seconds, RetryAfter(answer));
    }

    [Fact]
    public async Task A_429_without_a_body_becomes_one_that_can_be_read()
    {
        Assert.Equal(10, RetryAfter(await AskAsync(HttpStatusCode.TooManyRequests, body: null)));
    }

    [Fact]
    public async Task A_502_becomes_what_the_library_does_not_repeat_by_itself()
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(HttpStatusCode.BadGateway, "<html>502</html>")).StatusCode);
    }

    [Fact]
    public async Task A_page_with_a_200_is_no_answer_of_discords()
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(HttpStatusCode.OK, "<html>Sign in to the network</html>")).StatusCode);
    }

    [Fact]
    public async Task A_refusal_reaches_the_library_whatever_its_body_is()
    {
        var answer = await AskAsync(HttpStatusCode.Forbidden, """{"code":50007}""");

        Assert.Equal((HttpStatusCode.Forbidden, """{"code":50007}"""), (answer.StatusCode, Body(answer)));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, 1)]
    [InlineData(HttpStatusCode.Forbidden, 0)]
    [InlineData(HttpStatusCode.OK, 0)]
    public async Task Only_a_token_that_is_not_taken_is_told(HttpStatusCode status, int times)
    {
        await AskAsync(status, "{}");

        Assert.Equal(times, refusals);
    }

    [Fact]
    public async Task A_server_that_never_answers_ends_in_time_and_not_as_what_the_library_repeats()
    {
        var began = time.GetUtcNow();
        var asking = new RestGuard(new OneAnswer(Forever), time, Patience, Nothing).SendAsync("GET", "gateway/bot", CancellationToken.None);
        await time.RunAsync(Assert.ThrowsAsync<HttpRequestException>(() => asking));

        Assert.InRange(time.GetUtcNow() - began, Patience, Patience + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_so()
    {
        using var gaveUp = new CancellationTokenSource();
        var asking = new RestGuard(new OneAnswer(Forever), time, Patience, Nothing).SendAsync("GET", "gateway/bot", gaveUp.Token);
        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Every_way_to_send_is_guarded()
    {
        var guard = new RestGuard(new OneAnswer(_ => Task.FromResult(Answer(HttpStatusCode.BadGateway, null))), time, Patience, Nothing);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await guard.SendAsync("GET", "a", CancellationToken.None)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await guard.SendAsync("POST", "a", "{}", CancellationToken.None)).StatusCode);
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            (await guard.SendAsync("POST", "a", new Dictionary<string, object>(), CancellationToken.None)).StatusCode);
    }

    private Task<RestResponse> AskAsync(HttpStatusCode status, string? body, params (string Name, string Value)[] headers) =>
        new RestGuard(new OneAnswer(_ => Task.FromResult(Answer(status, body, headers))), time, Patience, () => refusals++).SendAsync("GET", "gateway/bot", CancellationToken.None);

    private static void Nothing()
    {
    }

    private async Task<RestResponse> Forever(CancellationToken ends)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, ends);
        throw new InvalidOperationException("For ever is over.");
    }

    private static RestResponse Answer(HttpStatusCode status, string? body, params (string Name, string Value)[] headers) => new(
        status,
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
        body is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(body)));

    private static string Body(RestResponse answer) => new StreamReader(answer.Stream).ReadToEnd();

    private static double RetryAfter(RestResponse answer)
    {
        using var json = JsonDocument.Parse(answer.Stream);
        return json.RootElement.GetProperty("retry_after").GetDouble();
    }

    /// <summary>The network, with one thing to say.</summary>
    private sealed class OneAnswer(Func<CancellationToken, Task<RestResponse>> answer) : IRestClient
    {
        public void SetHeader(string key, string value)
        {
        }

        public void SetCancelToken(CancellationToken cancelToken)
        {
        }

        public Task<RestResponse> SendAsync(
            string method, string endpoint, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
            answer(cancelToken);

        public Task<RestResponse> SendAsync(
            string method, string endpoint, string json, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
            answer(cancelToken);

        public Task<RestResponse> SendAsync(
            string method, string endpoint, IReadOnlyDictionary<string, object> multipartParams, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
            answer(cancelToken);

        public void Dispose()
        {
        }
    }
}
