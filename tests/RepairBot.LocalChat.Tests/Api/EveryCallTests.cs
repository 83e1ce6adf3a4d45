using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.LocalChat.Tests.Api;

/// <summary>
/// Every kind of bad input to every call that changes something: the right problem, nothing of it repeated, nothing changed, and the next
/// good call works. What only one call can get wrong is in <see cref="BadInputTests"/>.
/// </summary>
public sealed class EveryCallTests(LocalChatFixture bot) : IClassFixture<LocalChatFixture>
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    private static readonly string[] Calls = ["commands", "actions", "texts", "clock"];

    // Bodies: § stands for the member that matters most to the call, with what is legal around it.
    private static readonly (string Case, string Bad, int Status)[] Members =
    [
        ("a number", "7", 400), ("true", "true", 400), ("null", "null", 400), ("an object", "{}", 400), ("a list", "[]", 400),
        ("a NUL", "\"a\\u0000xxxxx\"", 400), ("half a pair", "\"xxxxx\\ud83d\"", 400), ("the other half", "\"\\ude00xxxxx\"", 400),
    ];

    private static readonly (string Case, string Body, int Status)[] Bodies =
    [
        ("empty", "", 400), ("blank", "  \n", 400), ("cut off", "{\"xxxxx\":", 400), ("no JSON", "xxxxx", 400), ("two values", "{}{}", 400),
        ("a list", "[]", 400), ("null", "null", 400), ("no member", "{}", 400),
        ("nested 10,000 deep", string.Concat(Enumerable.Repeat("[", 10_000)), 400),
        ("nested 10,000 deep in a member", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)), 400),
        ("64 KB and one", "{\"text\":\"" + new string('x', 65_536), 413),
    ];

    public static TheoryData<string, string, int> BadMembers => Each(Members.Select(bad => (bad.Case, bad.Status)));

    public static TheoryData<string, string, int> BadBodies => Each(Bodies.Select(bad => (bad.Case, bad.Status)));

    public static TheoryData<string> AllCalls => [.. Calls];

    [Theory]
    [MemberData(nameof(BadMembers))]
    public async Task A_bad_member_is_refused(string call, string bad, int status)
    {
        var ana = await bot.StartAsync();
        await RefusedAsync(ana, call, Encoding.UTF8.GetBytes(BodyOf(call, ana, Members.Single(member => member.Case == bad).Bad)), status);
    }

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_is_refused(string call, string bad, int status) =>
        await RefusedAsync(await bot.StartAsync(), call, Encoding.UTF8.GetBytes(Bodies.Single(body => body.Case == bad).Body), status);

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Ten_thousand_characters_are_refused(string call)
    {
        var ana = await bot.StartAsync();
        await RefusedAsync(ana, call, Encoding.UTF8.GetBytes(BodyOf(call, ana, $"\"{new string('x', 10_000)}\"")), call == "clock" ? 400 : 413);
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Ten_megabytes_are_refused(string call) => await RefusedAsync(
        await bot.StartAsync(), call, [.. "{\"text\":\""u8, .. Enumerable.Repeat((byte)'x', TenMegabytes), .. "\"}"u8], 413);

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Bytes_that_are_no_utf8_are_refused(string call)
    {
        var ana = await bot.StartAsync();
        await RefusedAsync(ana, call, [.. Encoding.UTF8.GetBytes(BodyOf(call, ana, "\"xxxxx")), 0xC3, 0x28, 0xFF, .. "\"}"u8], 400);
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Anything_but_json_is_refused(string call)
    {
        var ana = await bot.StartAsync();
        await RefusedAsync(ana, call, Encoding.UTF8.GetBytes(Good(call, ana)), 415, "text/plain");
        await RefusedAsync(ana, call, Encoding.UTF8.GetBytes(Good(call, ana)), 415, "multipart/form-data");
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task A_foreign_origin_is_refused(string call)
    {
        var ana = await bot.StartAsync();
        foreach (var origin in (string[])["https://repair.example", "null", "http://127.0.0.1:1"])
        {
            await RefusedAsync(ana, call, Encoding.UTF8.GetBytes(Good(call, ana)), 403, origin: origin);
        }
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("files/00000000000000ff")]
    public async Task A_foreign_origin_reads_nothing(string what)
    {
        var ana = await bot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{ana.Client.Path}/{what}") { Headers = { { "Origin", "https://repair.example" } } };
        using var response = await bot.Chat.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("question", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task The_same_call_with_good_input_is_taken(string call)
    {
        var ana = await bot.StartAsync();
        using var content = new StringContent(Good(call, ana).Replace("P100D", "PT0S", StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var response = await bot.Chat.Http.PostAsync(PathOf(call, ana), content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_action_is_not_there_whichever_message_it_is_sent_with()
    {
        var (ana, ben) = (await bot.StartAsync(), await bot.StartAsync());
        var (hers, his) = (ana.Question, ben.Question);
        foreach (var (message, action) in new[] { (his.Id, his.Actions[0].Id), (hers.Id, his.Actions[0].Id), (his.Id, hers.Actions[0].Id) })
        {
            await RefusedAsync(ana, "actions", JsonSerializer.SerializeToUtf8Bytes(new { message, action }), 404);
        }

        Assert.Equal(his.Seq, (await ben.Client.MessagesAsync()).Seq);
        await ben.AnswerAsync(new());
    }

    [Fact]
    public async Task A_stale_action_is_told_where_we_are()
    {
        var ana = await bot.StartAsync();
        var welcome = ana.Question;
        await ana.AnswerAsync(new());
        var problem = await RefusedAsync(ana, "actions", JsonSerializer.SerializeToUtf8Bytes(new { message = welcome.Id, action = welcome.Actions[0].Id }), 409);

        Assert.Contains(ana.Question.Text, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_and_fields_that_do_not_fit_the_question_are_refused()
    {
        var ana = await bot.StartAsync();
        await ana.AnswerUntilAsync("kind");
        var (message, action) = (ana.Question.Id, ana.Question.Actions[0].Id);
        foreach (var values in (string[][])[[], ["nothing like it"], ["slip", "slip"], ["slip", "outburst"]])
        {
            await RefusedAsync(ana, "actions", JsonSerializer.SerializeToUtf8Bytes(new { message, action, values }), 400);
        }

        await ana.AnswerUntilAsync("happened");
        (message, action) = (ana.Question.Id, ana.Question.Actions[0].Id);
        foreach (var fields in (Dictionary<string, string>[])[[], new() { ["answer"] = "" }, new() { ["answer"] = " \n" }, new() { ["other"] = "xxxxx" }])
        {
            await RefusedAsync(ana, "actions", JsonSerializer.SerializeToUtf8Bytes(new { message, action, fields }), 400);
        }
    }

    private static TheoryData<string, string, int> Each(IEnumerable<(string Case, int Status)> cases)
    {
        var data = new TheoryData<string, string, int>();
        foreach (var (bad, status) in cases)
        {
            foreach (var call in Calls)
            {
                data.Add(call, bad, status);
            }
        }

        return data;
    }

    private static string BodyOf(string call, Visit visit, string member) => call switch
    {
        "commands" => $$"""{"name":{{member}}}""",
        "actions" => $$"""{"message":"{{visit.Question.Id}}","action":{{member}}}""",
        "texts" => $$"""{"text":{{member}}}""",
        _ => $$"""{"advance":{{member}}}""",
    };

    private static string Good(string call, Visit visit) => BodyOf(call, visit, call switch
    {
        "commands" => "\"help\"",
        "actions" => $"\"{visit.Question.Actions[0].Id}\"",
        "texts" => "\"hello\"",
        _ => "\"P100D\"",
    });

    private static Uri PathOf(string call, Visit visit) => new(call == "clock" ? "/api/clock" : $"{visit.Client.Path}/{call}", UriKind.Relative);

    private async Task<Problem> RefusedAsync(Visit visit, string call, byte[] body, int status, string type = "application/json", string? origin = null)
    {
        var before = (Feed: await visit.Client.MessagesAsync(), Clock: await ClockAsync());
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        using var request = new HttpRequestMessage(HttpMethod.Post, PathOf(call, visit)) { Content = content };
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        using var response = await bot.Chat.Http.SendAsync(request);
        var reply = await Reply.ReadAsync(response);

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal("application/problem+json", reply.MediaType);
        Assert.Equal(status, reply.Problem!.Status);
        Assert.NotEmpty(reply.Problem.Detail);
        Assert.DoesNotContain("xxxxx", reply.Problem.Detail, StringComparison.Ordinal);
        var after = await visit.Client.MessagesAsync();
        Assert.Equal(JsonSerializer.Serialize(before.Feed), JsonSerializer.Serialize(after));
        Assert.InRange(await ClockAsync() - before.Clock, TimeSpan.Zero, TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await visit.Client.CommandAsync("help")).Status);
        await visit.LookAsync();
        return reply.Problem;
    }

    private async Task<DateTimeOffset> ClockAsync()
    {
        using var json = JsonDocument.Parse(await bot.Chat.Http.GetStringAsync(new Uri("/api/clock", UriKind.Relative)));
        return json.RootElement.GetProperty("now").GetDateTimeOffset();
    }
}
