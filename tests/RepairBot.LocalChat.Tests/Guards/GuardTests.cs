using System.Net;
using System.Text;
using RepairBot.LocalChat.Guards;
using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.LocalChat.Tests.Guards;

public sealed class GuardTests : IAsyncLifetime
{
    private LocalChatHarness chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatHarness.StartAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Theory]
    [InlineData("repair.example")]
    [InlineData("127.0.0.1.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("192.168.0.1")]
    [InlineData("localhost")]
    public async Task A_foreign_host_is_refused_everywhere(string host)
    {
        foreach (var path in (string[])["/", "/js/main.js", "/healthz", "/api/clock", "/api/people/ana/messages"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
            using var response = await chat.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("[::1]")]
    public async Task The_machines_own_names_are_answered(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = $"{name}:{chat.Http.BaseAddress!.Port}" } };
        using var response = await chat.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://repair.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://127.0.0.1")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:{port}.example")]
    [InlineData("https://127.0.0.1:{port}")]
    [InlineData("http://x@127.0.0.1:{port}")]
    public async Task A_foreign_origin_is_refused_and_changes_nothing(string origin)
    {
        using var response = await PostFromAsync(origin.Replace("{port}", $"{chat.Http.BaseAddress!.Port}"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(0, (await chat.As("ana").MessagesAsync()).Seq);
    }

    [Fact]
    public async Task The_pages_own_origin_is_answered()
    {
        using var response = await PostFromAsync($"http://localhost:{chat.Http.BaseAddress!.Port}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_preflight_from_elsewhere_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/people/ana/commands");
        request.Headers.Add("Origin", "https://repair.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var response = await chat.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/", "no-cache")]
    [InlineData("/js/main.js", "no-cache")]
    [InlineData("/api/clock", "no-store")]
    [InlineData("/api/people/ana/messages", "no-store")]
    [InlineData("/api/people/ANA/messages", "no-store")]
    [InlineData("/nothing", "no-cache")]
    public async Task Every_answer_carries_the_safe_headers(string path, string cache)
    {
        using var response = await chat.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(SafeHeaders.ContentSecurityPolicy, Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal(cache, response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_page_and_all_it_loads_come_from_here()
    {
        var page = await chat.Http.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("RepairBot", page, StringComparison.Ordinal);
        foreach (var (path, type) in ((string, string)[])[("/chat.css", "text/css"), ("/js/main.js", "text/javascript"), ("/favicon.svg", "image/svg+xml")])
        {
            using var response = await chat.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task Health_says_that_the_store_answers()
    {
        Assert.Equal("ok\n", await chat.Http.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
    }

    [Fact]
    public async Task Too_many_calls_at_once_are_put_off_for_that_person_alone()
    {
        var refused = 0;
        for (var i = 0; i < PersonRate.Burst * 2 && refused == 0; i++)
        {
            using var content = new StringContent("{}", Encoding.UTF8, "application/json");
            using var response = await chat.Http.PostAsync(new Uri("/api/people/ana/texts", UriKind.Relative), content);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refused = i;
                Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter!.Delta);
            }
        }

        Assert.InRange(refused, PersonRate.Burst, PersonRate.Burst * 2);
        Assert.Equal(HttpStatusCode.OK, (await chat.As("ben").CommandAsync("help")).Status);
    }

    private Task<HttpResponseMessage> PostFromAsync(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/people/ana/commands")
        {
            Content = new StringContent("""{"name":"help"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Origin", origin);
        return chat.Http.SendAsync(request);
    }
}
