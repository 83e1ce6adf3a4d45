using System.Net;
using System.Text;
using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.LocalChat.Tests.Api;

/// <summary>
/// Whatever is sent: the right problem, in words that repeat nothing of it, no change, and the next good call works. One bot serves all cases.
/// </summary>
public sealed class BadInputTests(BadInputTests.Fixture fixture) : IClassFixture<BadInputTests.Fixture>
{
    private const string Long = "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"";
    private static readonly string Deep = string.Concat(Enumerable.Repeat("[", 2000));
    private static readonly string Huge = new('x', 10_000);

    // What is sent, to which call, and the answer. {id} and {go} stand for the open question and its first action.
    public static TheoryData<string, string, int> Bodies()
    {
        var cases = new TheoryData<string, string, int>();
        foreach (var call in (string[])["commands", "actions", "texts"])
        {
            foreach (var malformed in (string[])["", " ", "null", "[]", "1", "\"text\"", "{", "{}", "{\"text\":}", "nonsense", "{\"a\":1}x", Deep, "{\"x\":" + Deep])
            {
                cases.Add(call, malformed, 400);
            }
        }

        foreach (var name in (string[])["null", "1", "true", "{}", "[]", "\"a\\u0000b\"", "\"\\ud800\""])
        {
            cases.Add("commands", $$"""{"name":{{name}}}""", 400);
            cases.Add("texts", $$"""{"text":{{name}}}""", 400);
            cases.Add("actions", $$"""{"message":{{name}},"action":"{go}"}""", 400);
            cases.Add("actions", $$"""{"message":"{id}","action":{{name}}}""", 400);
            cases.Add("actions", $$"""{"message":"{id}","action":"{go}","values":[{{name}}]}""", 400);
            cases.Add("actions", $$$"""{"message":"{id}","action":"{go}","fields":{"f":{{{name}}}}}""", 400);
            cases.Add("commands", $$$"""{"name":"help","options":{"o":{{{name}}}}}""", 400);
        }

        foreach (var key in (string[])["\"\"", "1", "{}", "\"a\\u0000b\"", "\"a\\nb\"", Long])
        {
            cases.Add("commands", $$"""{"name":"help","key":{{key}}}""", 400);
            cases.Add("texts", $$"""{"text":"hello","key":{{key}}}""", 400);
            cases.Add("actions", $$"""{"message":"{id}","action":"{go}","key":{{key}}}""", 400);
        }

        cases.Add("commands", """{"name":"help","name":"help"}""", 400);
        cases.Add("commands", """{"name":"help","options":[]}""", 400);
        cases.Add("commands", """{"name":"help","options":{"\ud800":"x"}}""", 400);
        cases.Add("commands", """{"NAME":"help"}""", 400);
        cases.Add("commands", """{"name":""}""", 404);
        cases.Add("commands", """{"name":"nothing like it"}""", 404);
        cases.Add("commands", $$"""{"name":"{{Huge}}"}""", 413);
        cases.Add("commands", $$$"""{"name":"help","options":{"o":"{{{Huge}}}"}}""", 413);
        cases.Add("texts", $$"""{"text":"{{Huge}}"}""", 413);
        cases.Add("texts", """{"text":"hello","seen":"1"}""", 400);
        cases.Add("texts", """{"text":"hello","seen":-1}""", 400);
        cases.Add("texts", """{"text":"hello","seen":1.5}""", 400);
        cases.Add("texts", """{"text":"hello","seen":99999999999999999999}""", 400);
        cases.Add("actions", $$$"""{"message":"{id}","action":"{go}","fields":{"f":"{{{Huge}}}"}}""", 413);
        cases.Add("actions", $$"""{"message":"{id}","action":"{go}","values":["{{Huge}}"]}""", 413);
        cases.Add("actions", """{"message":"{id}","action":"{go}","values":"x"}""", 400);
        cases.Add("actions", """{"message":"{id}","action":"{go}","fields":[]}""", 400);
        cases.Add("actions", """{"message":"{id}","action":"{go}","values":[1,2]}""", 400);
        cases.Add("actions", $$"""{"message":"{id}","action":"{go}","values":[{{string.Join(',', Enumerable.Repeat("\"x\"", 26))}}]}""", 400);
        cases.Add("actions", """{"message":"","action":"{go}"}""", 404);
        cases.Add("actions", """{"message":"7","action":"{go}"}""", 404);
        cases.Add("actions", """{"message":"00000000000000ff","action":"{go}"}""", 404);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body_is_refused_and_changes_nothing(string call, string body, int status)
    {
        var question = fixture.Question;
        var filled = body.Replace("{id}", question.Id).Replace("{go}", question.Actions[0].Id);

        await RefusedAsync(call, Encoding.UTF8.GetBytes(filled), status);
    }

    [Fact]
    public Task Bytes_that_are_no_utf8_are_refused() => RefusedAsync("texts", [.. "{\"text\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8], 400);

    [Fact]
    public async Task A_body_of_ten_megabytes_is_refused()
    {
        await RefusedAsync("texts", [.. "{\"text\":\""u8, .. Enumerable.Repeat((byte)'x', 10_000_000), .. "\"}"u8], 413);
    }

    [Theory]
    [InlineData("ANA")]
    [InlineData("ana_b")]
    [InlineData("a%20b")]
    [InlineData("%C3%A4")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task An_illegal_name_is_refused_by_every_call(string name)
    {
        foreach (var (method, what) in ((HttpMethod, string)[])[(HttpMethod.Get, "messages"), (HttpMethod.Get, "files/00000000000000ff"), (HttpMethod.Post, "texts")])
        {
            using var request = new HttpRequestMessage(method, $"/api/people/{name}/{what}");
            request.Content = method == HttpMethod.Post ? new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json") : null;
            using var response = await fixture.Chat.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task A_name_with_a_nul_does_not_get_past_the_server()
    {
        using var response = await fixture.Chat.Http.GetAsync(new Uri("/api/people/%00/messages", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_bounded_too()
    {
        using var content = new StringContent($$"""{"text":"{{new string('x', 100_000)}}"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/people/ana/texts") { Content = content, Headers = { TransferEncodingChunked = true } };
        using var response = await fixture.Chat.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("after=-1")]
    [InlineData("after=x")]
    [InlineData("after=")]
    [InlineData("after=1&after=2")]
    [InlineData("after=99999999999999999999")]
    public async Task An_illegal_place_in_the_feed_is_refused(string query)
    {
        using var response = await fixture.Chat.Http.GetAsync(new Uri($"/api/people/ana/messages?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/jsonx")]
    public async Task Anything_but_json_is_refused(string type)
    {
        using var content = new ByteArrayContent([.. """{"text":"hello"}"""u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await fixture.Chat.Http.PostAsync(new Uri("/api/people/ana/texts", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Members_nobody_knows_are_ignored()
    {
        var reply = await fixture.Chat.As("eve").PostAsync("commands", new { name = "help", colour = new { deep = new[] { 1 } } });

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Theory]
    [InlineData("/api/nothing", 404)]
    [InlineData("/api/people/ana", 404)]
    [InlineData("/api/people/ana/commands", 405)]
    [InlineData("/nothing.html", 404)]
    [InlineData("/js/../../appsettings.json", 404)]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd", 404)]
    public async Task What_is_not_there_is_a_problem_too(string path, int status)
    {
        using var response = await fixture.Chat.Http.GetAsync(new Uri(path, UriKind.Relative));
        var reply = await Reply.ReadAsync(response);

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal("application/problem+json", reply.MediaType);
        Assert.Equal(status, reply.Problem!.Status);
    }

    private async Task RefusedAsync(string call, byte[] body, int status)
    {
        var before = await fixture.Chat.As("ana").MessagesAsync();
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var response = await fixture.Chat.Http.PostAsync(new Uri($"/api/people/ana/{call}", UriKind.Relative), content);
        var reply = await Reply.ReadAsync(response);

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal("application/problem+json", reply.MediaType);
        Assert.Equal(status, reply.Problem!.Status);
        Assert.NotEmpty(reply.Problem.Detail);
        Assert.DoesNotContain("xxxx", reply.Problem.Detail, StringComparison.Ordinal);
        Assert.Equal(before.Seq, (await fixture.Chat.As("ana").MessagesAsync()).Seq);
        Assert.Equal(HttpStatusCode.OK, (await fixture.Chat.As("eve").CommandAsync("help")).Status);
    }

    public sealed class Fixture : IAsyncLifetime
    {
        internal LocalChatHarness Chat { get; private set; } = null!;

        internal ShownMessage Question { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Chat = await LocalChatHarness.StartAsync();
            Question = (await Chat.As("ana").CommandAsync("repair start")).Last;
        }

        public async Task DisposeAsync() => await Chat.DisposeAsync();
    }
}
